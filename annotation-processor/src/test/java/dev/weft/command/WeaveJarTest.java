package dev.weft.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars, woven in place. */
class WeaveJarTest {

    private static final String CART =
            """
            package shop;
            public class Cart {
                @dev.weft.Async static dev.weft.Coroutine<Integer> total() {
                    return dev.weft.Weft.done(dev.weft.Weft.await(dev.weft.Weft.done(41)) + 1);
                }
                static int run() { return dev.weft.Weft.run(total()); }
            }
            """;

    @TempDir Path folder;
    private Path jar;
    private Project project;

    @BeforeEach
    void compileCart() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        project = new Project(classes).compile(CART);
        jar = folder.resolve("shop.jar");
    }

    private byte[] cart() throws IOException {
        return Files.readAllBytes(folder.resolve("classes/shop/Cart.class"));
    }

    private void write(Object... namesAndContents) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setComment("a shop");
            for (int i = 0; i < namesAndContents.length; i += 2) {
                ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
                byte[] bytes =
                        namesAndContents[i + 1] instanceof byte[] given
                                ? given
                                : namesAndContents[i + 1]
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8);
                entry.setTimeLocal(LocalDateTime.of(2001, 2, 3, 4, i % 60, 6));
                if (entry.getName().endsWith(".bin")) {
                    CRC32 check = new CRC32();
                    check.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    entry.setCrc(check.getValue());
                }
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }
        return names;
    }

    @Test
    void wovenJarRuns() throws Exception {
        write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n", "shop/Cart.class", cart());
        assertThat(project.weave(jar)).as(project.err()).isZero();
        assertThat(project.out()).contains("1 woven, of 1 classes");
        assertThat(Project.call(jar, "shop.Cart", "run")).isEqualTo(42);
    }

    @Test
    void entriesKeepTheirOrderTimesAndMethods() throws IOException {
        write(
                "META-INF/", "",
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n",
                "shop/", "",
                "shop/logo.bin", "logo",
                "shop/Cart.class", cart(),
                "shop/readme.txt", "read me");
        project.weave(jar);
        assertThat(names())
                .containsExactly(
                        "META-INF/",
                        "META-INF/MANIFEST.MF",
                        "shop/",
                        "shop/logo.bin",
                        "shop/Cart$$total.class",
                        "shop/Cart.class",
                        "shop/readme.txt");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.getComment()).isEqualTo("a shop");
            assertThat(zip.getEntry("shop/logo.bin").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getEntry("shop/logo.bin").getTimeLocal())
                    .isEqualTo(LocalDateTime.of(2001, 2, 3, 4, 6, 6));
            for (String name : List.of("shop/Cart.class", "shop/Cart$$total.class")) {
                assertThat(zip.getEntry(name).getTimeLocal())
                        .isEqualTo(LocalDateTime.of(2001, 2, 3, 4, 8, 6));
            }
        }
    }

    @Test
    void sameJarGivesTheSameJar() throws IOException {
        write("shop/Cart.class", cart());
        byte[] before = Files.readAllBytes(jar);
        project.weave(jar);
        byte[] after = Files.readAllBytes(jar);
        Files.write(jar, before);
        project.weave(jar);
        assertThat(jar).hasBinaryContent(after);
        project.weave(jar);
        assertThat(project.out()).contains(": 0 woven");
        assertThat(jar).hasBinaryContent(after);
    }

    @Test
    void signedJarIsRefused() throws IOException {
        write("META-INF/SHOP.SF", "Signature-Version: 1.0\n", "shop/Cart.class", cart());
        byte[] before = Files.readAllBytes(jar);
        assertThat(project.weave(jar)).isEqualTo(1);
        assertThat(project.err()).contains("the jar is signed", "weave it first");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void signedJarWithNothingToWeaveIsNoError() throws IOException {
        write("META-INF/SHOP.SF", "Signature-Version: 1.0\n", "shop/readme.txt", "");
        byte[] before = Files.readAllBytes(jar);
        assertThat(project.weave(jar)).isZero();
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void releasesAndModulesAreKept() throws IOException {
        byte[] module = Files.readAllBytes(module());
        write(
                "module-info.class", module,
                "shop/Cart.class", cart(),
                "META-INF/versions/11/shop/Cart.class", cart(),
                "BOOT-INF/classes/shop/Cart.class", cart());
        assertThat(project.weave(jar)).as(project.err()).isZero();
        assertThat(names())
                .containsExactly(
                        "module-info.class",
                        "shop/Cart$$total.class",
                        "shop/Cart.class",
                        "META-INF/versions/11/shop/Cart$$total.class",
                        "META-INF/versions/11/shop/Cart.class",
                        "BOOT-INF/classes/shop/Cart$$total.class",
                        "BOOT-INF/classes/shop/Cart.class");
        try (ZipFile zip = new ZipFile(jar.toFile());
                var in = zip.getInputStream(zip.getEntry("module-info.class"))) {
            assertThat(in.readAllBytes()).isEqualTo(module);
        }
    }

    @Test
    void runtimeInAJarWithEverythingIsLeftAsItIs() throws IOException {
        List<Object> all = new ArrayList<>();
        Path runtime = Path.of(Project.RUNTIME);
        if (Files.isDirectory(runtime)) {
            try (var files = Files.walk(runtime)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    all.add(runtime.relativize(file).toString());
                    all.add(Files.readAllBytes(file));
                }
            }
        } else {
            try (ZipFile zip = new ZipFile(runtime.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    all.add(entry.getName());
                    all.add(zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        write(all.toArray());
        byte[] before = Files.readAllBytes(jar);
        assertThat(project.weave(jar)).as(project.err()).isZero();
        assertThat(project.out()).contains(": 0 woven");
        assertThat(jar).hasBinaryContent(before);
    }

    private Path module() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("module"));
        new Project(classes).compile("module shop {}");
        return classes.resolve("module-info.class");
    }
}
