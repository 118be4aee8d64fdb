package dev.weft.processor;

import java.util.Optional;
import javax.annotation.processing.Filer;

/**
 * Decides, once in a compilation, how its class files are woven. Where the host has opened javac
 * they are caught on their way to its file manager: no host can keep others there. Elsewhere they
 * are read back from where it has put them.
 */
final class Routes {

    private Routes() {}

    /** The route for a compilation; empty where there is none. */
    static Optional<Route> of(Compilation compilation, Pipeline pipeline, Door door) {
        return caught(compilation, pipeline, door).or(() -> readBack(compilation, pipeline));
    }

    private static Optional<Route> caught(Compilation compilation, Pipeline pipeline, Door door) {
        CaughtFiles route = new CaughtFiles(compilation.elements(), pipeline, door);
        return OpenJavac.of(compilation.task())
                .filter(javac -> javac.divertClassFiles(route::around))
                .map(javac -> route);
    }

    private static Optional<Route> readBack(Compilation compilation, Pipeline pipeline) {
        Filer filer = compilation.filer();
        return filer == null
                ? Optional.empty()
                : Optional.of(
                        new ReadBackFiles(
                                compilation.elements(),
                                new ClassOutputs(filer, compilation.elements()),
                                pipeline,
                                Hosts.isIntelliJ()));
    }
}
