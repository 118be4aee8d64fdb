package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Compilers other than javac, and build tools around it. */
class HostTest {

    @Test
    void otherCompilerIsTold() {
        List<String> notes = new ArrayList<>();
        Messager messager =
                proxy(Messager.class, arguments -> notes.add(arguments[0] + " " + arguments[1]));
        new AsyncProcessor().init(proxy(ProcessingEnvironment.class, arguments -> messager));
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("NOTE Weft cannot weave here: it needs javac, and this is ");
    }

    @Test
    void wrappedJavacIsUnwrapped() throws IOException {
        String cart = "class Cart { @dev.weft.Async void total() {} }";
        AsyncProcessor inner = new AsyncProcessor(types -> new MarkingWeaver());
        Compiled.with(List.of(), List.of(new Wrapping(inner)), cart).succeeds().isMarked("Cart");
    }

    /** Hands a processor an environment of its own, as build tools do. */
    private static final class Wrapping extends AbstractProcessor {
        private final AsyncProcessor processor;

        Wrapping(AsyncProcessor processor) {
            this.processor = processor;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(new WrappedEnvironment(environment));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                method.getReturnType() == boolean.class
                                        ? false
                                        : result(method.getReturnType(), answer.to(arguments))));
    }

    private static @org.jspecify.annotations.Nullable Object result(Class<?> type, Object value) {
        return type.isInstance(value) ? value : null;
    }
}
