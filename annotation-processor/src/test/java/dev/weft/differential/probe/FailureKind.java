package dev.weft.differential.probe;

import java.io.IOException;
import java.util.function.Function;

/** What a failing leaf fails with. */
public enum FailureKind {
    UNCHECKED(IllegalStateException::new),
    CHECKED(IOException::new),
    ERROR(AssertionError::new);

    private final Function<String, Throwable> make;

    FailureKind(Function<String, Throwable> make) {
        this.make = make;
    }

    Throwable failure(String message) {
        return make.apply(message);
    }
}
