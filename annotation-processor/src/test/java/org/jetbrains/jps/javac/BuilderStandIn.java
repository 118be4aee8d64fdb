package org.jetbrains.jps.javac;

import java.util.concurrent.Callable;

/** Stands on the stack where IntelliJ IDEA's builder does when it runs javac. */
public final class BuilderStandIn {

    private BuilderStandIn() {}

    /** Calls what would be javac. */
    public static <T> T run(Callable<T> javac) throws Exception {
        return javac.call();
    }
}
