package dev.weft.processor;

import static javax.tools.StandardLocation.CLASS_OUTPUT;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/** The compiler's own class output, whatever its file manager makes of it. */
final class FilerOutput implements ClassOutput {

    private final Filer filer;
    private final Elements elements;
    private @Nullable Boolean moduleFolders;

    FilerOutput(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    @Override
    public @Nullable State state(String internalName, TypeElement type) throws IOException {
        FileObject file = find(internalName, type);
        try (InputStream in = file.openInputStream()) {
            return new State(in.readAllBytes(), file.getLastModified());
        } catch (FileNotFoundException | NoSuchFileException absent) {
            return null;
        }
    }

    @Override
    public void add(String internalName, byte[] bytes, TypeElement type) throws IOException {
        String folder = folder(internalName, type);
        try (OutputStream out =
                filer.createResource(CLASS_OUTPUT, folder, file(internalName), type)
                        .openOutputStream()) {
            out.write(bytes);
        }
    }

    /** javac warns of a file that it writes twice: what is on disk is written there. */
    @Override
    public void replace(String internalName, byte[] before, byte[] after, TypeElement type)
            throws IOException {
        URI uri = find(internalName, type).toUri();
        if (isOnDisk(uri, before)) {
            Files.write(Path.of(uri), after);
        } else {
            add(internalName, after, type);
        }
    }

    /** A host that keeps class files in memory may still name them for files. */
    private static boolean isOnDisk(URI uri, byte[] bytes) throws IOException {
        return "file".equals(uri.getScheme())
                && Files.isRegularFile(Path.of(uri))
                && Arrays.equals(Files.readAllBytes(Path.of(uri)), bytes);
    }

    private FileObject find(String internalName, TypeElement type) throws IOException {
        return filer.getResource(CLASS_OUTPUT, folder(internalName, type), file(internalName));
    }

    private String folder(String internalName, TypeElement type) {
        int slash = internalName.lastIndexOf('/');
        String packageName = slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
        ModuleElement module = elements.getModuleOf(type);
        return module != null && hasFolderOf(module)
                ? module.getQualifiedName() + "/" + packageName
                : packageName;
    }

    /**
     * Whether the output has a folder for each module: it has when several are compiled at once.
     */
    private boolean hasFolderOf(ModuleElement module) {
        if (module.isUnnamed()) {
            return false;
        }
        if (moduleFolders == null) {
            moduleFolders = isModuleName(module.getQualifiedName() + "/weft.probe");
        }
        return moduleFolders;
    }

    private boolean isModuleName(String folder) {
        try {
            filer.getResource(CLASS_OUTPUT, folder, "none.class");
            return true;
        } catch (IOException | IllegalArgumentException oneModule) {
            return false;
        }
    }

    private static String file(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
    }
}
