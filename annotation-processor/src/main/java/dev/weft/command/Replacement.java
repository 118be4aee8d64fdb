package dev.weft.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Writes a file anew beside it and puts it in its place at once, so that nobody sees half of it.
 */
final class Replacement {

    /** Writes what the file is to hold. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Replacement() {}

    static void of(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path made = folder.resolve("." + file.getFileName() + ".weft");
        try {
            try (OutputStream out = Files.newOutputStream(made)) {
                content.write(out);
            }
            if (Files.exists(file)) copyPermissions(file, made);
            move(made, file);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
