package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.weaver.Names;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The methods of the runtime that are not called as they are written where they are awaited. */
class TwinTest {

    static Set<String> twinned() {
        return Names.TWINNED;
    }

    @ParameterizedTest
    @MethodSource("twinned")
    void hasATwinThatTakesTheAwaiter(String name) throws ClassNotFoundException {
        int dot = name.indexOf('.');
        Class<?> owner = Class.forName(name.substring(0, dot).replace('/', '.'));
        List<Method> methods =
                Stream.of(owner.getMethods())
                        .filter(method -> method.getName().equals(name.substring(dot + 1)))
                        .toList();
        assertThat(methods).hasSize(1);
        assertThat(methods.get(0).getReturnType()).isEqualTo(Coroutine.class);
        List<Class<?>> parameters = new ArrayList<>(List.of(methods.get(0).getParameterTypes()));
        parameters.add(Coroutine.class);
        assertThat(owner.getMethods())
                .anySatisfy(
                        method -> {
                            assertThat(method.getName())
                                    .isEqualTo(name.substring(dot + 1) + Names.TWIN);
                            assertThat(method.getParameterTypes())
                                    .containsExactly(parameters.toArray(Class<?>[]::new));
                            assertThat(method.getReturnType()).isEqualTo(Object.class);
                        });
    }
}
