package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Ejects pieces of source, without the processor around. */
final class Plain {

    private static final String BEFORE =
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;
            import java.io.IOException;
            import java.util.List;

            class Piece {
                Coroutine<Integer> one() { return done(1); }
                int count;
            """;

    private Plain() {}

    /** The members of a class as plain Java. */
    static String of(String members) {
        return file(BEFORE + members.indent(4) + "}\n");
    }

    /** What the machine of a method does, each line without its indentation. */
    static String run(String body) {
        String text =
                of(
                        "@Async\nCoroutine<Object> m(int a, String b) throws Exception {\n"
                                + body
                                + "\n}");
        int start = text.indexOf("protected Object run()");
        return text.substring(start).lines().map(String::strip).reduce("", (x, y) -> x + y + "\n");
    }

    static String file(String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("source:///Piece.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        null,
                                        List.of("-proc:none", "-Xplugin:Weft off"),
                                        null,
                                        List.of(file));
        Ejecting ejecting = new Ejecting(task);
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ejection ejection = ejecting.of(file);
        assertThat(ejection.refusals()).isEmpty();
        return ejection.text();
    }
}
