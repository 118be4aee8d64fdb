package dev.weft.differential;

import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** The processor under test, as javac would find it. */
final class Processors {

    static Processor weft() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(found -> found.type().getName().startsWith("dev.weft."))
                .findFirst()
                .orElseThrow()
                .get();
    }

    private Processors() {}
}
