package dev.weft.command;

import dev.weft.weaver.types.ClassFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Finds class files in folders and jars, and in the JDK that runs. */
final class ClassPath implements ClassFiles, AutoCloseable {

    private final List<ClassFiles> entries = new ArrayList<>();
    private final List<ZipFile> jars = new ArrayList<>();

    /** Opens the entries; those that are not there are left out, as compilers do. */
    static ClassPath of(List<Path> paths) throws IOException {
        ClassPath path = new ClassPath();
        for (Path entry : paths) path.add(entry);
        path.entries.add(ClassPath::ofJdk);
        return path;
    }

    private void add(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            entries.add(name -> read(entry.resolve(name + ".class")));
        } else if (Files.isRegularFile(entry)) {
            ZipFile jar =
                    new JarFile(entry.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
            jars.add(jar);
            entries.add(name -> read(jar, name + ".class"));
        }
    }

    @Override
    public byte @Nullable [] find(String internalName) {
        for (ClassFiles entry : entries) {
            byte[] found = entry.find(internalName);
            if (found != null) return found;
        }
        return null;
    }

    private static byte @Nullable [] read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] read(ZipFile jar, String name) {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) return null;
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] ofJdk(String name) {
        ClassLoader jdk = ClassLoader.getPlatformClassLoader();
        try (InputStream in = jdk.getResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile jar : jars) jar.close();
    }
}
