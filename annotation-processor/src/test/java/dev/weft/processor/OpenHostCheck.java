package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.ReadmeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that have opened javac, as IntelliJ IDEA's builder has. */
class OpenHostCheck {

    private static final String CART =
            """
            class Cart {
                @dev.weft.Async void total() {}
                class Inner { @dev.weft.Async void price() {} }
            }
            """;

    @TempDir Path folder;

    private static AsyncProcessor marking() {
        return new AsyncProcessor(types -> new MarkingWeaver());
    }

    @Test
    @ReadmeRow("IntelliJ IDEA's own builder, 17 to 25")
    void classFilesAreCaughtBeforeTheHostKeepsThem() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        Wrapping proxied = new Wrapping(marking(), HostTest::proxy);
        assertThat(host.compile("Cart", CART, List.of(), proxied)).isEmpty();
        assertThat(host.classes)
                .containsOnlyKeys("Cart", "Cart$$frame", "Cart$Inner", "Cart$Inner$$frame");
        assertThat(host.isMarked("Cart")).isTrue();
        assertThat(host.isMarked("Cart$Inner")).isTrue();
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is written beside the host").isEmpty();
        }
    }

    @Test
    void staleClassFileOnDiskDoesNotMatter() throws IOException {
        Files.write(folder.resolve("Cart.class"), new byte[] {1, 2, 3});
        MemoryHost host = new MemoryHost(folder);
        assertThat(host.compile("Cart", CART, List.of(), marking())).isEmpty();
        assertThat(host.isMarked("Cart")).isTrue();
        assertThat(folder.resolve("Cart.class")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void instrumenterThatWritesWhatTheHostHasKeptWritesWovenClasses() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        host.compile("Cart", CART, List.of(), marking());
        host.instrument();
        assertThat(MemoryHost.isMarked(Files.readAllBytes(folder.resolve("Cart.class")))).isTrue();
        assertThat(folder.resolve("Cart$$frame.class")).exists();
    }

    @Test
    void refusedClassIsPassedOnAsItIsAndFailsTheCompilation() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        AsyncProcessor refusing = new AsyncProcessor(types -> Compiled.refusing("total", 2));
        assertThat(host.compile("Cart", CART, List.of(), refusing))
                .contains("Cart.java:2: error: refused: total");
        assertThat(host.classes).as("javac stops at the first").containsOnlyKeys("Cart$Inner");
    }

    @Test
    void crashOfTheWeaverIsAnErrorOfTheCompilation() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        AsyncProcessor broken =
                new AsyncProcessor(
                        types ->
                                classFile -> {
                                    throw new IllegalStateException("broken");
                                });
        assertThat(host.compile("Cart", CART, List.of(), broken))
                .contains("Cart.java:2: error: Weft failed on Cart", "broken");
    }

    @Test
    void pluginDoesTheProcessorsWorkWhereNoProcessorRuns() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        assertThat(host.compile("Cart", CART, List.of("-proc:none"))).isEmpty();
        assertThat(host.classes)
                .containsOnlyKeys("Cart", "Cart$$total", "Cart$Inner", "Cart$Inner$$price");
    }

    @Test
    void pluginChecksAsTheProcessorDoes() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        String wrong = "class Cart {\n @dev.weft.Async int total() { return 1; }\n}";
        assertThat(host.compile("Cart", wrong, List.of("-proc:none")))
                .contains("Cart.java:2: error: @Async method total() cannot return int");
    }

    @Test
    void pluginTakesTheProcessorsOptions() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        List<String> options = List.of("-proc:none", "-Aweft.unawaited=maybe");
        assertThat(host.compile("Cart", CART, options)).contains("error: -Aweft.unawaited=maybe");
    }
}
