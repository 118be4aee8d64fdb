package dev.weft.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
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
    public byte @Nullable [] read(String internalName, TypeElement type) throws IOException {
        try (InputStream in =
                filer.getResource(
                                StandardLocation.CLASS_OUTPUT,
                                folder(internalName, type),
                                file(internalName))
                        .openInputStream()) {
            return in.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException absent) {
            return null;
        }
    }

    @Override
    public void write(String internalName, byte[] bytes, TypeElement type) throws IOException {
        try (OutputStream out =
                filer.createResource(
                                StandardLocation.CLASS_OUTPUT,
                                folder(internalName, type),
                                file(internalName),
                                type)
                        .openOutputStream()) {
            out.write(bytes);
        }
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
            filer.getResource(StandardLocation.CLASS_OUTPUT, folder, "none.class");
            return true;
        } catch (IOException | IllegalArgumentException oneModule) {
            return false;
        }
    }

    private static String file(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
    }
}
