package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The plugin, which javac starts by itself, speaks up only where the processor is missing. */
class WeftPluginTest {

    private static final String MISSING =
            "Weft's annotation processor does not run in this compilation";

    private static final String CART =
            """
            class Cart {
                interface Contract { @dev.weft.Async void call(); }

                @dev.weft.Async void total() {}
                @dev.weft.Async void other() {}
            }
            """;

    @Test
    void compilationWithoutProcessingFailsAtTheFirstAsyncMethod() {
        Compiled.with(List.of("-proc:none"), List.of(), CART)
                .failsAt(4, MISSING, "-proc:none", "annotationProcessorPaths", "-proc:full");
    }

    @Test
    void compilationWithoutTheProcessorFailsOnce() {
        Compiled.with(List.of(), List.of(), CART, CART.replace("Cart", "Second"))
                .failsAt(4, MISSING);
    }

    @Test
    void asyncContractAloneNeedsNoProcessor() {
        String contract = "interface Contract { @dev.weft.Async void call(); }";
        Compiled.with(List.of("-proc:none"), List.of(), contract).succeeds();
    }

    @Test
    void asyncLambdaNeedsTheProcessor() {
        String contract = "interface Contract { @dev.weft.Async void call(); }";
        String lambda = "class Shop {\n Contract contract = () -> {};\n}";
        Compiled.with(List.of("-proc:none"), List.of(), contract, lambda).failsAt(2, MISSING);
    }

    @Test
    void awaitedCloseNeedsTheProcessor() {
        String shop =
                """
                class Shop {
                    void sell(dev.weft.AsyncGenerator<String> goods) {
                        goods.close();
                    }
                }
                """;
        Compiled.with(List.of("-proc:none"), List.of(), shop).failsAt(3, MISSING);
    }

    @Test
    void generatorLambdaNeedsTheProcessor() {
        String contract =
                "interface Source { @dev.weft.Async dev.weft.AsyncGenerator<String> open(); }";
        String lambda = "class Shop {\n Source source = () -> dev.weft.Weft.end();\n}";
        Compiled.with(List.of("-proc:none"), List.of(), contract, lambda).failsAt(2, MISSING);
    }

    /** javac runs no processor then, by its own choice. */
    @Test
    void silentWhereAnImportIsWrong() {
        Compiled.marked(List.of(), "import no.such.Thing;\n" + CART)
                .failsAt(1, "package no.such does not exist");
    }

    @Test
    void silentWithoutAnythingAsync() {
        Compiled.with(List.of("-proc:none"), List.of(), "class Plain {}").succeeds();
    }

    @Test
    void silentWhereTheProcessorRuns() {
        Compiled.marked(List.of(), CART).succeeds();
    }

    @Test
    void silentWhenSwitchedOff() {
        Compiled.with(List.of("-proc:none", "-Xplugin:Weft off"), List.of(), CART).succeeds();
    }

    @Test
    void compilationLeavesNothingBehindInTheProcess() {
        Compiled.marked(List.of(), CART).succeeds();
        Compiled.marked(List.of(), "class Broken { @dev.weft.Async int total() {} }");
        assertThat(System.getProperties().stringPropertyNames())
                .noneMatch(name -> name.startsWith("weft.compilation."));
    }
}
