package dev.weft;

/** What code meets that was compiled without the processor: an unwoven await never blocks. */
final class Unwoven {
    private Unwoven() {}

    static IllegalStateException await(Class<?> caller) {
        return call("await", caller);
    }

    /** As for {@code await}, of another function that only woven code can call. */
    static IllegalStateException call(String function, Class<?> caller) {
        return new IllegalStateException(
                function
                        + " in "
                        + caller.getName()
                        + " was not woven: compile it with dev.weft:weft-processor as an annotation"
                        + " processor (javac: -processorpath; Maven: annotationProcessorPaths;"
                        + " Gradle: annotationProcessor; from JDK 23 on also -proc:full where the"
                        + " processor is only on the class path), or weave its class files with"
                        + " java -jar weft-processor.jar weave, or start the program with"
                        + " -javaagent:weft-agent.jar; and use it in @Async methods only");
    }

    static IllegalStateException close(AsyncCloseable closeable) {
        return new IllegalStateException(
                "close of "
                        + closeable.getClass().getName()
                        + " cannot wait here: in an @Async method that is woven, by"
                        + " dev.weft:weft-processor when it is compiled or by weft-agent when it is"
                        + " loaded, it is awaited; elsewhere run closeAsync()");
    }
}
