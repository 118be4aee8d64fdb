package dev.weft.differential;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** The corpus, compiled by Eclipse's compiler and woven by the agent in this JVM. */
final class CorpusAgentCheck {

    @TempDir static Path folder;

    @TestFactory
    Stream<DynamicTest> programsDoWhatBlockingOnesDo() {
        EclipseCorpus corpus = new EclipseCorpus();
        corpus.compile(folder);
        Map<String, byte[]> twin = new TreeMap<>(corpus.twin());
        twin.replaceAll((name, bytes) -> hidden(bytes));
        return corpus.programs(twin, EclipseCompiler.classes(folder));
    }

    /** The twin's classes look as if they were woven: the agent lets them be. */
    private static byte[] hidden(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        writer.visitAttribute(
                new Attribute("dev.weft.Woven") {
                    @Override
                    protected ByteVector write(
                            ClassWriter to,
                            byte @Nullable [] code,
                            int length,
                            int maxStack,
                            int maxLocals) {
                        return new ByteVector();
                    }
                });
        return writer.toByteArray();
    }
}
