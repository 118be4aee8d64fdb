package dev.weft.weaver.facts;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.MethodFacts.Field;
import dev.weft.weaver.MethodFacts.Kept;
import dev.weft.weaver.MethodFacts.Kind;
import dev.weft.weaver.MethodFacts.Point;
import dev.weft.weaver.MethodFacts.Role;
import dev.weft.weaver.Names;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Reference;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import dev.weft.weaver.plan.Saved;
import dev.weft.weaver.plan.SuspensionPoint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Reads the facts about a method off its plan, before anything is written. */
public final class Facts {

    private final MethodPlan plan;
    private final AsyncMethod method;
    private final Variables variables;
    private final OwnCalls ownCalls;

    private Facts(MethodPlan plan) {
        this.plan = plan;
        this.method = plan.body().method();
        this.variables = new Variables(plan.body().node());
        this.ownCalls = new OwnCalls(method.node());
    }

    /** The facts; the size of the body is not known yet, and 0. */
    public static MethodFacts of(MethodPlan plan) {
        return new Facts(plan).read();
    }

    private MethodFacts read() {
        List<String> types = SourceType.ofMethod(signature());
        List<FrameField> fields =
                Stream.concat(plan.parameters().stream(), plan.spills().stream()).toList();
        IntSummaryStatistics lines = lines();
        return new MethodFacts(
                Type.getObjectType(method.owner().name).getClassName(),
                method.node().name,
                method.node().desc,
                types.subList(0, types.size() - 1),
                types.get(types.size() - 1),
                method.shape(),
                lines.getCount() == 0 ? 0 : lines.getMin(),
                lines.getCount() == 0 ? 0 : lines.getMax(),
                Type.getObjectType(method.frame()).getClassName(),
                FrameSize.of(method.shape(), fields),
                fields.stream().map(Facts::field).toList(),
                0,
                plan.points().stream().map(this::point).toList());
    }

    /** A lambda's has no generic types; where the compiler has added parameters, they count. */
    private String signature() {
        String generic = method.node().signature;
        if (generic == null) return method.node().desc;
        int declared = SourceType.ofMethod(generic).size();
        int actual = Type.getArgumentTypes(method.node().desc).length + 1;
        return declared == actual ? generic : method.node().desc;
    }

    private IntSummaryStatistics lines() {
        return StreamSupport.stream(method.node().instructions.spliterator(), false)
                .filter(LineNumberNode.class::isInstance)
                .mapToInt(insn -> ((LineNumberNode) insn).line)
                .summaryStatistics();
    }

    private static Field field(FrameField field) {
        return new Field(field.name(), SourceType.of(field.descriptor()), FrameSize.of(field));
    }

    private Point point(SuspensionPoint point) {
        return new Point(
                point.state(),
                kind(point),
                point.line(),
                subject(point),
                kept(point),
                point.cleared().stream().map(FrameField::name).toList());
    }

    private Kind kind(SuspensionPoint point) {
        MethodInsnNode call = point.call();
        if (point.direct()) return ownCalls.next(call, point.line());
        if (call.name.equals(Names.NEXT_FROM)) return Kind.EACH;
        if (!call.owner.equals(Names.WOVEN)) return Kind.AWAIT;
        return switch (call.name) {
            case Names.AWAIT -> Kind.AWAIT;
            case Names.EMIT -> Kind.EMIT;
            case Names.CLOSE -> Kind.CLOSE;
            case Names.EXIT -> Kind.EXIT;
            case Names.RETURNED -> Kind.RETURN;
            case Names.ABANDON -> Kind.LEAVE;
            default -> throw new IllegalStateException("a suspension in " + call.name);
        };
    }

    /** A call that has no coroutine made still stands for one. */
    private static String subject(SuspensionPoint point) {
        MethodInsnNode call = point.call();
        boolean itself =
                call.owner.equals(Names.WOVEN)
                        || call.name.equals(Names.AWAIT_FROM)
                        || call.name.equals(Names.NEXT_FROM);
        return itself && !point.direct()
                ? type(point.subject())
                : SourceType.of(Names.descriptor(Names.COROUTINE));
    }

    private static String type(VerificationType type) {
        return type instanceof Reference reference ? SourceType.of(reference.descriptor()) : "null";
    }

    private List<Kept> kept(SuspensionPoint point) {
        int index = plan.body().node().instructions.indexOf(point.call());
        List<Kept> kept = new ArrayList<>(parameters(index));
        for (Saved saved : point.restored()) kept.add(local(saved, index));
        for (Saved saved : point.savedOperands()) {
            kept.add(kept(Role.OPERAND, "", typeOf(saved), saved.field()));
        }
        return kept;
    }

    /** The receiver is always kept: each step needs it to call the body. */
    private List<Kept> parameters(int index) {
        BitSet needed = plan.needed().at(index);
        List<Kept> kept = new ArrayList<>();
        int slot = 0;
        for (FrameField field : plan.parameters()) {
            boolean receiver = slot == 0 && !method.isStatic();
            String type = SourceType.of(field.descriptor());
            if (receiver) kept.add(kept(Role.RECEIVER, "this", type, field));
            else if (needed.get(slot)) kept.add(parameter(slot, index, type, field));
            slot += Type.getType(field.descriptor()).getSize();
        }
        return kept;
    }

    private Kept parameter(int slot, int index, String type, FrameField field) {
        Variables.Variable variable = variables.at(slot, index);
        return variable == null
                ? kept(Role.PARAMETER, "", type, field)
                : kept(Role.PARAMETER, variable.name(), variable.type(), field);
    }

    private Kept local(Saved saved, int index) {
        Variables.Variable variable = variables.at(saved.position(), index);
        return variable == null
                ? kept(Role.LOCAL, "", typeOf(saved), saved.field())
                : kept(Role.LOCAL, variable.name(), variable.type(), saved.field());
    }

    private static String typeOf(Saved saved) {
        return SourceType.of(saved.field().descriptor());
    }

    private static Kept kept(Role role, String name, String type, FrameField field) {
        return new Kept(role, name, type, field.name(), FrameSize.of(field));
    }
}
