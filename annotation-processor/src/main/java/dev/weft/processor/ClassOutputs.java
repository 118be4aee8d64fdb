package dev.weft.processor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Decides, once in a compilation, where its class files are to be found. */
final class ClassOutputs {

    private final Filer filer;
    private final ClassOutput filerOutput;
    private @Nullable Boolean folderless;

    ClassOutputs(Filer filer, Elements elements) {
        this.filer = filer;
        filerOutput = new FilerOutput(filer, elements);
    }

    ClassOutput of(JavaFileObject source) {
        URI uri = source.toUri();
        if (isFolderless() && "file".equals(uri.getScheme())) {
            return new BesideSource(Path.of(uri));
        }
        return filerOutput;
    }

    private boolean isFolderless() {
        if (folderless == null) {
            folderless = probe();
        }
        return folderless;
    }

    /** Without an output folder, javac's file manager forgets the package of a resource. */
    private boolean probe() {
        try {
            URI uri =
                    filer.getResource(StandardLocation.CLASS_OUTPUT, "weft.probe", "none.class")
                            .toUri();
            return "file".equals(uri.getScheme())
                    && !uri.getPath().endsWith("/weft/probe/none.class");
        } catch (IOException | IllegalArgumentException severalModules) {
            return false;
        }
    }
}
