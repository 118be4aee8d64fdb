package dev.weft.woven;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A class has one superclass: the two that ejected code extends have to be kept alike by hand. */
class MachinesTest {

    private static Set<String> forEjectedCode(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isProtected(method.getModifiers()) && !method.isBridge())
                .map(MachinesTest::signature)
                .collect(toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        String parameters = Arrays.toString(method.getParameterTypes());
        return method.getReturnType().getSimpleName() + " " + method.getName() + parameters;
    }

    @Test
    void bothMachinesAwaitAlike() {
        Set<String> coroutine = forEjectedCode(StateMachine.class);
        Set<String> generator = forEjectedCode(GeneratorMachine.class);
        Set<String> onlyCoroutine = new TreeSet<>(coroutine);
        onlyCoroutine.removeAll(generator);
        generator.removeAll(coroutine);
        assertThat(onlyCoroutine)
                .containsExactly(
                        "Object done[]",
                        "Object done[class java.lang.Object]",
                        "Object step[class java.lang.Object]",
                        "boolean awaitReturned[class java.lang.Object]");
        assertThat(generator)
                .containsExactly(
                        "Object emitted[class java.lang.Object]",
                        "Object end[]",
                        "Object proceed[class java.lang.Object]");
    }
}
