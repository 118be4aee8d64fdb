package dev.weft.eject;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.eject.facts.Recording;
import dev.weft.eject.source.Sources;
import dev.weft.processor.check.AsyncContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
        AtomicReference<String> plain = new AtomicReference<>();
        task.addTaskListener(
                new TaskListener() {
                    @Override
                    public void finished(TaskEvent event) {
                        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                            plain.set(eject(task, event, source));
                        }
                    }
                });
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plain.get();
    }

    private static String eject(JavacTask task, TaskEvent event, String source) {
        AsyncContracts contracts = new AsyncContracts(task.getElements());
        Trees trees = Trees.instance(task);
        var unit = event.getCompilationUnit();
        Recording recording =
                new Recording(trees, unit, type -> contracts.result(type, task.getTypes()));
        unit.getTypeDecls()
                .forEach(type -> recording.scan(new TreePath(new TreePath(unit), type), null));
        var read = Sources.read(source, recording.opaque()).orElseThrow();
        return Ejector.eject(read, recording, task.getTypes(), task.getElements());
    }
}
