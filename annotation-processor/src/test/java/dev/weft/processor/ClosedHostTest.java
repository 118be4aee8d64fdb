package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.ReadmeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jetbrains.jps.javac.BuilderStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that keep class files in memory, and have not opened javac. */
class ClosedHostTest {

    private static final String CART = "class Cart { @dev.weft.Async void total() {} }";

    private static final String CART2 = CART.replace("Cart", "Other");

    @TempDir Path folder;

    private static AsyncProcessor marking() {
        return new AsyncProcessor(types -> new MarkingWeaver());
    }

    @Test
    @ReadmeRow("any other that keeps class files in memory, 17 to 25")
    void classFileInMemoryIsMissedAndTheRemedySaid() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        assertThat(host.compile("Cart", CART, List.of(), marking()))
                .contains("Cart.java:1: error: Weft cannot find the class file of Cart")
                .contains("--add-opens=jdk.compiler/com.sun.tools.javac.jvm=ALL-UNNAMED")
                .contains("weft-agent");
        assertThat(host.isMarked("Cart")).isFalse();
    }

    @Test
    void staleClassFileOnDiskIsNotTakenForTheNewOne() throws IOException {
        Files.write(folder.resolve("Cart.class"), new byte[] {1, 2, 3});
        MemoryHost host = new MemoryHost(folder);
        assertThat(host.compile("Cart", CART, List.of(), marking()))
                .contains("Cart.java:1: error: Weft cannot find the class file of Cart");
        assertThat(folder.resolve("Cart.class")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void classWithoutAnythingAsyncNeedsNoClassFile() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        assertThat(host.compile("Plain", "class Plain {}", List.of(), marking())).isEmpty();
        assertThat(host.classes).containsOnlyKeys("Plain");
    }

    @Test
    @ReadmeRow("any with annotation processing off, 17 to 25")
    void nothingIsCompiledSilentlyWithoutProcessing() throws IOException {
        MemoryHost host = new MemoryHost(folder);
        assertThat(host.compile("Cart", CART, List.of("-proc:none")))
                .contains("Cart.java:1: error: Weft's annotation processor does not run");
    }

    @Test
    void builderThatWritesClassFilesAgainIsWarnedOf() throws Exception {
        Compiled compiled =
                BuilderStandIn.run(() -> Compiled.with(List.of(), List.of(marking()), CART, CART2));
        compiled.isMarked("Cart", "Other");
        assertThat(compiled.result().warnings())
                .singleElement()
                .satisfies(
                        warning ->
                                assertThat(warning.getMessage(Locale.ROOT))
                                        .contains("what is woven would be lost", "weft-agent"));
    }
}
