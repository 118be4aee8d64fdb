package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaver.WeaverDefect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong is an error at its place; javac never sees an exception of ours. */
class FailureTest {

    private static final String CART =
            """
            import java.util.concurrent.CompletableFuture;
            class Cart {
                @dev.weft.Async
                CompletableFuture<Void> first() {
                    return null;
                }

                @dev.weft.Async
                CompletableFuture<Void> second() {
                    return null;
                }
            }
            """;

    @Test
    void refusalStandsAtTheMethodOfItsLine() {
        Compiled.with(Compiled.refusing("second", 10), CART).failsAt(9, "refused: second");
    }

    @Test
    void refusalWithoutLineStandsAtTheMethodOfItsName() {
        Compiled.with(Compiled.refusing("second", 0), CART).failsAt(9, "refused: second");
    }

    @Test
    void refusalWithoutDebugInformationStandsAtTheMethodOfItsName() {
        String cart = CART.replace("return null", "dev.weft.Weft.await(first()); return null");
        AsyncProcessor refusing = new AsyncProcessor(types -> Compiled.refusing("first", 0));
        Compiled.with(List.of("-g:none"), List.of(refusing), cart).failsAt(4, "refused: first");
    }

    @Test
    void refusalOfNoMethodStandsAtTheFirst() {
        Compiled.with(Compiled.refusing("<clinit>", 0), CART).failsAt(4, "refused: <clinit>");
    }

    @Test
    void exceptionInTheWeaverAsksForABugReport() {
        ClassWeaver failing =
                classFile -> {
                    throw new IllegalStateException("no such label");
                };
        Compiled.with(failing, CART)
                .failsAt(
                        4,
                        "Weft failed on Cart, and this is a defect of Weft: please report it",
                        "IllegalStateException: no such label at dev.weft.processor.FailureTest");
    }

    @Test
    void exceptionOnAMethodNamesTheMethod() {
        ClassWeaver failing =
                classFile -> {
                    Throwable cause = new IllegalStateException("no such label");
                    String descriptor = "()Ljava/util/concurrent/CompletableFuture;";
                    throw new WeaverDefect("second", descriptor, cause);
                };
        Compiled.with(failing, CART)
                .failsAt(9, "Weft failed on Cart.second(), and", "no such label at dev.weft");
    }

    @Test
    void illegalArgumentInTheWeaverIsADefectToo() {
        ClassWeaver failing =
                classFile -> {
                    throw new IllegalArgumentException("a value of type void");
                };
        Compiled.with(failing, CART).failsAt(4, "Weft failed on Cart");
    }

    @Test
    void endlessRecursionInTheWeaverAsksForABugReport() {
        Compiled.with(FailureTest::recurse, CART).failsAt(4, "StackOverflowError");
    }

    private static dev.weft.weaver.Weaving recurse(byte[] classFile) {
        return recurse(classFile);
    }

    @Test
    void brokenSourceIsLeftToJavac() {
        Compiled compiled =
                Compiled.with(new MarkingWeaver(), CART, "class Other { Missing missing; }");
        assertThat(compiled.result().errors())
                .singleElement()
                .extracting(error -> error.getCode())
                .isEqualTo("compiler.err.cant.resolve.location");
    }
}
