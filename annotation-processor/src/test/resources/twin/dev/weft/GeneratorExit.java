package dev.weft;

public final class GeneratorExit extends Error {
    private static final long serialVersionUID = 1;

    public GeneratorExit() {
        super("the generator is being closed");
    }
}
