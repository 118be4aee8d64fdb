package dev.weft;

/** What code meets that was compiled without the processor: an unwoven await never blocks. */
final class Unwoven {
    private Unwoven() {}

    static IllegalStateException await(Class<?> caller) {
        return new IllegalStateException(
                "await in "
                        + caller.getName()
                        + " was not woven: compile it with dev.weft:weft-processor as an annotation"
                        + " processor (javac: -processorpath; Maven: annotationProcessorPaths;"
                        + " Gradle: annotationProcessor; from JDK 23 on also -proc:full where the"
                        + " processor is only on the class path), and await in @Async methods only");
    }
}
