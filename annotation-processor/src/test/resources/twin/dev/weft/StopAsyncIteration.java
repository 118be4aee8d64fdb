package dev.weft;

import java.util.NoSuchElementException;

public final class StopAsyncIteration extends NoSuchElementException {
    private static final long serialVersionUID = 1;

    public StopAsyncIteration() {
        super("no more elements");
    }
}
