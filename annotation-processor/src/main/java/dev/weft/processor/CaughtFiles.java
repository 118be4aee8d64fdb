package dev.weft.processor;

import dev.weft.weaver.Weaving;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Class files that are woven on their way from javac to its file manager. */
final class CaughtFiles implements Route {

    private final Elements elements;
    private final Pipeline pipeline;
    private final Door door;
    private @Nullable TypeElement type;
    private @Nullable AsyncSource source;

    CaughtFiles(Elements elements, Pipeline pipeline, Door door) {
        this.elements = elements;
        this.pipeline = pipeline;
        this.door = door;
    }

    @Override
    public void begins(TypeElement type, AsyncSource source) {
        this.type = type;
        this.source = source;
    }

    @Override
    public void ended(TypeElement type, AsyncSource source) {
        this.type = null;
        this.source = null;
    }

    /** A file manager that javac shall write class files through. */
    JavaFileManager around(JavaFileManager files) {
        return new Catching(files);
    }

    private final class Catching extends ForwardingJavaFileManager<JavaFileManager> {

        Catching(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling)
                throws IOException {
            JavaFileObject file = fileManager.getJavaFileForOutput(location, name, kind, sibling);
            TypeElement written = type;
            AsyncSource from = source;
            boolean awaited =
                    written != null
                            && from != null
                            && elements.getBinaryName(written).contentEquals(name);
            return awaited ? new Caught(file, written, from, other(location, kind, sibling)) : file;
        }

        private Beside other(Location location, JavaFileObject.Kind kind, FileObject sibling) {
            return name -> fileManager.getJavaFileForOutput(location, name, kind, sibling);
        }
    }

    /** Gives class files that stand beside another. */
    private interface Beside {
        JavaFileObject file(String name) throws IOException;
    }

    private final class Caught extends ForwardingJavaFileObject<JavaFileObject> {
        private final TypeElement type;
        private final AsyncSource source;
        private final Beside others;

        Caught(JavaFileObject file, TypeElement type, AsyncSource source, Beside others) {
            super(file);
            this.type = type;
            this.source = source;
            this.others = others;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                private boolean closed;

                @Override
                public void close() throws IOException {
                    if (!closed) {
                        closed = true;
                        passOn(toByteArray());
                    }
                }
            };
        }

        /** The frames come first, so that no woven class is ever without them. */
        private void passOn(byte[] classFile) throws IOException {
            Optional<Weaving.Woven> woven =
                    door.get(
                            type,
                            source.unit(),
                            source.firstTree(),
                            () -> pipeline.weave(classFile, type, source));
            if (woven.isPresent()) {
                for (Weaving.ClassFile frame : woven.get().frames()) {
                    String name = frame.internalName().replace('/', '.');
                    write(others.file(name).openOutputStream(), frame.bytes());
                }
            }
            byte[] bytes = woven.map(result -> result.classFile().bytes()).orElse(classFile);
            write(super.openOutputStream(), bytes);
        }

        private void write(OutputStream file, byte[] bytes) throws IOException {
            try (file) {
                file.write(bytes);
            }
        }
    }
}
