package dev.weft.differential.generator;

import java.util.List;

/**
 * An async method of the program. The first parameter, {@code fuel}, bounds recursion.
 *
 * @param order a method may call those of a higher order as it likes, others only with less fuel
 * @param shape simple name of the return type
 */
record Signature(
        int order, String name, Type type, List<Type> parameters, boolean isStatic, String shape) {

    boolean isGenerator() {
        return shape.equals("AsyncGenerator");
    }

    String wrapper() {
        if (isGenerator()) return "end";
        return shape.equals("Coroutine") ? "done" : "completedFuture";
    }
}
