package dev.weft.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar. Its entries keep their order and their times, and a frame has the time of its class; so
 * the same jar gives the same jar, whenever it is woven.
 */
record Jar(Path path) implements Target {

    @Override
    public List<ClassFileEntry> read() throws IOException {
        List<ClassFileEntry> found = new ArrayList<>();
        try (ZipFile jar = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (ClassFileEntry.isOne(entry.getName())) {
                    found.add(ClassFileEntry.of(entry.getName(), bytes(jar, entry)));
                }
            }
        }
        return found;
    }

    @Override
    public List<String> locks() throws IOException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            boolean signed = jar.stream().map(ZipEntry::getName).anyMatch(Jar::isSignature);
            return signed ? List.of(Messages.SIGNED.text(path)) : List.of();
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && upper.indexOf('/', "META-INF/".length()) < 0
                && upper.endsWith(".SF");
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            Replacement.of(path, out -> copy(jar, outcome, out));
        }
    }

    private static void copy(ZipFile jar, Outcome outcome, OutputStream out) throws IOException {
        try (ZipOutputStream copy = new ZipOutputStream(out)) {
            copy.setComment(jar.getComment());
            for (ZipEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (outcome.stale.contains(name) || outcome.owners.containsKey(name)) continue;
                for (Map.Entry<String, String> frame : outcome.owners.entrySet()) {
                    if (frame.getValue().equals(name)) {
                        byte[] bytes = outcome.written.get(frame.getKey());
                        put(copy, beside(entry, frame.getKey()), bytes);
                    }
                }
                byte[] woven = outcome.written.get(name);
                put(copy, new ZipEntry(entry), woven == null ? bytes(jar, entry) : woven);
            }
        }
    }

    private static ZipEntry beside(ZipEntry owner, String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(owner.getTimeLocal());
        entry.setMethod(owner.getMethod());
        return entry;
    }

    private static void put(ZipOutputStream copy, ZipEntry entry, byte[] bytes) throws IOException {
        CRC32 check = new CRC32();
        check.update(bytes);
        entry.setCrc(check.getValue());
        entry.setSize(bytes.length);
        entry.setCompressedSize(entry.getMethod() == ZipEntry.STORED ? bytes.length : -1);
        copy.putNextEntry(entry);
        copy.write(bytes);
        copy.closeEntry();
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            in.transferTo(bytes);
            return bytes.toByteArray();
        }
    }
}
