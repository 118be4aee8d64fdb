package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which class files are woven, and that nothing in a compilation keeps them from it. */
class WeavingTest {

    private static final String CART =
            """
            import java.util.concurrent.CompletableFuture;
            class Cart {
                @dev.weft.Async CompletableFuture<Void> total() { return null; }
            }
            """;

    private static final String CONTRACT =
            """
            import java.util.concurrent.CompletableFuture;
            interface Contract {
                @dev.weft.Async CompletableFuture<Void> call();
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:lines", "-parameters", "-Xlint:all,-processing"})
    void optionsOfTheCompilerMakeNoDifference(String option) throws IOException {
        Compiled.marked(List.of(option), CART).succeeds().isMarked("Cart");
    }

    @Test
    void nestedLocalAndAnonymousClassesAreWoven() throws IOException {
        String outer =
                """
                import java.util.concurrent.CompletableFuture;
                class Outer {
                    static class Nested {}
                    Object local() {
                        class Local {
                            @dev.weft.Async CompletableFuture<Void> total() { return null; }
                        }
                        Runnable inALambda = () -> new Local() { class Deeper {} };
                        return new Object() {};
                    }
                }
                """;
        Compiled.marked(List.of(), outer)
                .succeeds()
                .isMarked("Outer", "Outer$Nested", "Outer$1Local", "Outer$1", "Outer$2")
                .isMarked("Outer$1$Deeper");
    }

    @Test
    void classWithNothingButAnAsyncLambdaIsWoven() throws IOException {
        String lambda = "class Shop { Contract contract = () -> null; }";
        Compiled.marked(List.of(), CONTRACT, lambda).succeeds().isMarked("Shop");
    }

    @Test
    void classWithoutAnythingAsyncIsNotRead() throws IOException {
        String plain = "class Plain { Runnable runnable = () -> {}; }";
        Compiled.marked(List.of(), CART, CONTRACT, plain)
                .succeeds()
                .isMarked("Cart")
                .isNotMarked("Plain", "Contract");
    }

    @Test
    void generatedSourcesAreWoven() throws IOException {
        Compiled.with(List.of(), List.of(new Generating(), marking()), "class Start {}")
                .succeeds()
                .isMarked("Generated1", "Generated2")
                .isNotMarked("Start");
    }

    @Test
    void processorThatClaimsItsAnnotationsHidesNothing() throws IOException {
        Processor claiming = new Claiming("java.lang.Deprecated");
        Compiled.with(
                        List.of(),
                        List.of(claiming, marking()),
                        CART.replace("class", "@Deprecated class"))
                .succeeds()
                .isMarked("Cart");
    }

    @Test
    void processorThatClaimsEverythingComesLast() throws IOException {
        Compiled.with(List.of(), List.of(marking(), new Claiming("*")), CART)
                .succeeds()
                .isMarked("Cart");
        Compiled.with(List.of(), List.of(new Claiming("*"), marking()), CART)
                .failsAt(3, "before any processor that claims every annotation");
    }

    private static Processor marking() {
        return new AsyncProcessor(types -> new MarkingWeaver());
    }

    @Test
    void eachClassFileIsWovenOnce() {
        List<Integer> sizes = new ArrayList<>();
        ClassWeaver counting =
                classFile -> {
                    sizes.add(classFile.length);
                    return new MarkingWeaver().weave(classFile);
                };
        Compiled.with(counting, CART, CONTRACT).succeeds();
        assertThat(sizes).hasSize(1);
    }

    @Test
    void asyncContractIsToldByInternalName() {
        String source =
                """
                class Shop {
                    interface Deep$er extends Contract { CompletableFuture<Void> call(); }
                    interface Other { void call(); }
                    Contract contract = () -> null;
                }
                """;
        List<Boolean> answers = new ArrayList<>();
        AsyncProcessor asking =
                new AsyncProcessor(
                        types ->
                                classFile -> {
                                    answers.add(types.isAsyncContract("Contract", "call"));
                                    answers.add(types.isAsyncContract("Shop$Deep$er", "call"));
                                    answers.add(types.isAsyncContract("Shop$Other", "call"));
                                    answers.add(types.isAsyncContract("Contract", "other"));
                                    answers.add(types.isAsyncContract("No$Such", "call"));
                                    return new dev.weft.weaver.Weaving.Untouched();
                                });
        String imports = "import java.util.concurrent.CompletableFuture;\n";
        Compiled.with(List.of(), List.of(asking), CONTRACT, imports + source).succeeds();
        assertThat(answers.subList(0, 5)).containsExactly(true, true, false, false, false);
    }

    /** Writes an async class in each of two rounds. */
    private static final class Generating extends Claiming {
        private int round;

        Generating() {
            super("*");
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment env) {
            if (++round <= 2) {
                String name = "Generated" + round;
                try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    out.write(CART.replace("Cart", name));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    private static class Claiming extends AbstractProcessor {
        private final String annotation;

        Claiming(String annotation) {
            this.annotation = annotation;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(annotation);
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment env) {
            return true;
        }
    }
}
