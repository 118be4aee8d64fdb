package dev.weft.weaver.pipeline;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import dev.weft.weaver.Refusals;
import dev.weft.weaver.Shape;
import dev.weft.weaver.TypeOracle;
import dev.weft.weaver.Weaving.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds what is asynchronous in a class: marked methods, and lambdas for marked contracts. */
final class AsyncMethods {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final ClassNode owner;
    private final TypeOracle types;
    private final Set<String> lambdas = new HashSet<>();
    private final Set<String> asyncLambdas = new HashSet<>();
    private final List<AsyncMethod> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private AsyncMethods(ClassNode owner, TypeOracle types) {
        this.owner = owner;
        this.types = types;
    }

    static AsyncMethods in(ClassNode owner, TypeOracle types) {
        AsyncMethods methods = new AsyncMethods(owner, types);
        methods.find();
        return methods;
    }

    /** The methods to weave, in the order of the class file. */
    List<AsyncMethod> found() {
        return found;
    }

    /** Awaits that stand where nothing can be awaited, and methods that cannot be asynchronous. */
    List<Problem> problems() {
        return problems;
    }

    private void find() {
        collectLambdas();
        Map<String, Integer> overloads = new HashMap<>();
        for (MethodNode method : owner.methods) {
            boolean async = isAsyncLambda(method) || marked(method);
            if (async && hasCode(method)) {
                String name = method.name.replace('$', '_');
                // file systems may not tell upper case from lower
                int overload = overloads.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
                accept(method, frameName(name, overload));
            } else if (!isUnreachableLambda(method)) {
                rejectAwaits(method);
            }
        }
    }

    private boolean isAsyncLambda(MethodNode method) {
        return asyncLambdas.contains(key(method)) && !EjectedLambda.is(method, owner);
    }

    private void accept(MethodNode method, String frame) {
        Shape.of(method.desc)
                .ifPresentOrElse(
                        shape -> found.add(new AsyncMethod(owner, method, shape, frame, false)),
                        () -> reject(method, firstLine(method), Refusals.RETURN_TYPE));
    }

    private String frameName(String method, int overload) {
        String name = owner.name + "$$" + method;
        return overload == 1 ? name : name + "$" + overload;
    }

    private static boolean hasCode(MethodNode method) {
        return method.instructions.size() > 0;
    }

    private static boolean marked(MethodNode method) {
        if ((method.access & Opcodes.ACC_BRIDGE) != 0) return false;
        List<AnnotationNode> annotations = method.invisibleAnnotations;
        return annotations != null
                && annotations.stream().anyMatch(a -> a.desc.equals(Names.ASYNC));
    }

    private void collectLambdas() {
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode call && makesLambda(call)) collect(call);
            }
        }
    }

    private void collect(InvokeDynamicInsnNode call) {
        Handle body = (Handle) call.bsmArgs[1];
        String contract = Type.getReturnType(call.desc).getInternalName();
        if (!isOwnLambda(body)) return;
        String key = body.getName() + body.getDesc();
        lambdas.add(key);
        if (types.isAsyncContract(contract, call.name)) asyncLambdas.add(key);
    }

    private static String key(MethodNode method) {
        return method.name + method.desc;
    }

    /** In code that is never reached, javac writes a lambda's body but not what would make it. */
    private boolean isUnreachableLambda(MethodNode method) {
        boolean lambda =
                (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.name.startsWith("lambda$");
        return lambda && !lambdas.contains(key(method));
    }

    private static boolean makesLambda(InvokeDynamicInsnNode call) {
        return call.bsm.getOwner().equals(METAFACTORY) && call.bsmArgs[1] instanceof Handle;
    }

    private boolean isOwnLambda(Handle body) {
        return body.getOwner().equals(owner.name) && body.getName().startsWith("lambda$");
    }

    private void rejectAwaits(MethodNode method) {
        int line = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) line = number.line;
            String used = Awaits.usedBy(insn);
            if (used != null) {
                reject(method, line, Refusals.OUTSIDE.formatted(used));
            } else if (Awaits.isAsyncClose(insn, types)
                    && types.inheritsAsyncClose(((MethodInsnNode) insn).owner)) {
                reject(method, line, Refusals.CLOSE_OUTSIDE);
            }
        }
    }

    private void reject(MethodNode method, int line, String message) {
        problems.add(new Problem(method.name, method.desc, line, message));
    }

    static int firstLine(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) return number.line;
        }
        return 0;
    }
}
