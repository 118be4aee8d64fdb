package dev.weft.weaver.pipeline;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.Refusals;
import dev.weft.weaver.TypeOracle;
import dev.weft.weaver.WeaverDefect;
import dev.weft.weaver.Weaving;
import dev.weft.weaver.Weaving.ClassFile;
import dev.weft.weaver.Weaving.Problem;
import dev.weft.weaver.emit.FrameClass;
import dev.weft.weaver.emit.StateMachine;
import dev.weft.weaver.emit.Stub;
import dev.weft.weaver.facts.Facts;
import dev.weft.weaver.plan.MethodPlan;
import dev.weft.weaver.plan.Planner;
import dev.weft.weaver.prepare.Body;
import dev.weft.weaver.prepare.DirectCalls;
import dev.weft.weaver.prepare.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** Rewrites the async methods of one class into continuation state machines. */
public final class Weaver {

    private final TypeOracle types;
    private final boolean keepLocals;
    private final boolean tellsFacts;

    /**
     * @param types tells of other classes
     * @param keepLocals whether every variable in scope is kept across an await, for the debugger
     */
    public Weaver(TypeOracle types, boolean keepLocals) {
        this(types, keepLocals, false);
    }

    private Weaver(TypeOracle types, boolean keepLocals, boolean tellsFacts) {
        this.types = types;
        this.keepLocals = keepLocals;
        this.tellsFacts = tellsFacts;
    }

    /** The same, which also tells what it decided about each method. */
    public Weaver tellingFacts() {
        return new Weaver(types, keepLocals, true);
    }

    /**
     * Weaves one class file: {@code bytes -> methods -> bodies -> plans -> bytes}.
     *
     * @throws WeaverDefect if it fails on a method
     * @throws IllegalArgumentException if the class file is of a version that is not known here
     */
    public Weaving weave(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        if (WovenMarker.isOn(node)) return new Weaving.Untouched();
        AsyncMethods methods = AsyncMethods.in(node, types);
        List<Problem> problems = new ArrayList<>(methods.problems());
        List<MethodPlan> plans = new ArrayList<>();
        List<AsyncMethod> found = Directness.decide(methods.found());
        DirectCalls direct = new DirectCalls(found);
        for (AsyncMethod method : found) {
            of(method, () -> plan(method, direct, problems)).ifPresent(plans::add);
        }
        if (!problems.isEmpty()) return new Weaving.Refused(problems);
        if (plans.isEmpty()) return new Weaving.Untouched();
        return write(node, plans);
    }

    private Optional<MethodPlan> plan(
            AsyncMethod method, DirectCalls direct, List<Problem> problems) {
        if (!method.fits()) {
            problems.add(problem(method, Refusals.TOO_MANY_PARAMETERS));
            return Optional.empty();
        }
        List<Problem> own = new ArrayList<>();
        Body body = Preparation.of(method, types, direct, own);
        problems.addAll(own);
        return own.isEmpty() ? Optional.of(Planner.plan(body, keepLocals)) : Optional.empty();
    }

    private Weaving write(ClassNode node, List<MethodPlan> plans) {
        List<Written> methods = new ArrayList<>();
        for (MethodPlan plan : plans) {
            methods.add(of(plan.body().method(), () -> emit(plan, node)));
        }
        node.visitAttribute(new WovenMarker());
        try {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            ClassFile classFile = new ClassFile(node.name, writer.toByteArray());
            List<ClassFile> frames = methods.stream().flatMap(m -> m.frames().stream()).toList();
            List<MethodFacts> facts = methods.stream().flatMap(Written::facts).toList();
            return new Weaving.Woven(classFile, frames, facts);
        } catch (MethodTooLargeException e) {
            return tooLarge(e, plans);
        } catch (ClassTooLargeException e) {
            AsyncMethod first = plans.get(0).body().method();
            return refused(first, Refusals.CLASS_TOO_LARGE);
        }
    }

    private Written emit(MethodPlan plan, ClassNode node) {
        @Nullable MethodFacts facts = tellsFacts ? Facts.of(plan) : null;
        int position = node.methods.indexOf(plan.body().method().node()) + 1;
        MethodNode body = StateMachine.write(plan);
        LabelNode end = new LabelNode();
        body.instructions.add(end);
        node.methods.add(position, body);
        Stub.write(plan);
        return new Written(facts, FrameClass.write(plan), end);
    }

    /** A stage of one method; what goes wrong in it is known by the method's name. */
    private static <T> T of(AsyncMethod method, Supplier<T> stage) {
        try {
            return stage.get();
        } catch (RuntimeException | AssertionError | StackOverflowError defect) {
            throw new WeaverDefect(method.node().name, method.node().desc, defect);
        }
    }

    private static Weaving tooLarge(MethodTooLargeException tooLarge, List<MethodPlan> plans) {
        for (MethodPlan plan : plans) {
            AsyncMethod method = plan.body().method();
            boolean same =
                    method.node().name.equals(tooLarge.getMethodName())
                            && method.bodyDescriptor().equals(tooLarge.getDescriptor());
            if (same) return refused(method, Refusals.TOO_LARGE);
        }
        throw tooLarge;
    }

    private static Weaving refused(AsyncMethod method, String reason) {
        return new Weaving.Refused(List.of(problem(method, reason)));
    }

    private static Problem problem(AsyncMethod method, String reason) {
        return new Problem(method.node().name, method.node().desc, 0, reason);
    }
}
