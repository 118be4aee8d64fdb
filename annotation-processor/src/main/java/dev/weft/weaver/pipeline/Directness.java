package dev.weft.weaver.pipeline;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.Shape;
import dev.weft.weaver.prepare.DirectCalls;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Decides which methods of a class the other bodies of the class call directly. */
final class Directness {

    private Directness() {}

    /** The same methods; those that are called directly say so. */
    static List<AsyncMethod> decide(List<AsyncMethod> methods) {
        List<AsyncMethod> callable =
                methods.stream().filter(Directness::possible).map(AsyncMethod::asDirect).toList();
        DirectCalls calls = new DirectCalls(callable);
        Set<AsyncMethod> called = new HashSet<>();
        methods.forEach(method -> calls.collectTargets(method, called));
        return methods.stream()
                .map(method -> called.contains(method.asDirect()) ? method.asDirect() : method)
                .toList();
    }

    private static boolean possible(AsyncMethod method) {
        return method.shape() == Shape.COROUTINE
                && (method.node().access & Opcodes.ACC_SYNTHETIC) == 0
                && method.asDirect().fits()
                && !isContract(method)
                && !isMarkedByOthers(method);
    }

    /** A default method: which code a call runs is not known before. */
    private static boolean isContract(AsyncMethod method) {
        return method.inInterface()
                && (method.node().access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0;
    }

    /**
     * What an annotation is for that can be seen at run time may hang on each call of the method.
     */
    private static boolean isMarkedByOthers(AsyncMethod method) {
        var annotations = method.node().visibleAnnotations;
        return annotations != null
                && annotations.stream()
                        .anyMatch(a -> !a.desc.equals(Names.descriptor("java/lang/Deprecated")));
    }
}
