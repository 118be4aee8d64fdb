package dev.weft.weaver.plan;

import dev.weft.weaver.flow.ControlFlow;
import dev.weft.weaver.flow.NeededLocals;
import dev.weft.weaver.flow.TypeWalk;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Primitive;
import dev.weft.weaver.flow.VerificationType.Reference;
import dev.weft.weaver.plan.FieldAllocation.Claim;
import dev.weft.weaver.prepare.Body;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Decides what each suspension of a body saves, restores and clears. */
public final class Planner {

    /** The types around a suspension: locals by slot, operands below the call's arguments. */
    private record Types(
            List<VerificationType> locals,
            List<VerificationType> operands,
            VerificationType firstArgument) {}

    private final Body body;
    private final Parameters parameters;
    private final Map<MethodInsnNode, Types> types = new LinkedHashMap<>();
    private final Map<MethodInsnNode, BitSet> live = new HashMap<>();
    private final FieldAllocation allocation = new FieldAllocation();

    private Planner(Body body) {
        this.body = body;
        this.parameters = Parameters.of(body);
    }

    /**
     * The plan of {@code body}.
     *
     * @param keepLocals whether every variable in scope is saved, needed or not
     */
    public static MethodPlan plan(Body body, boolean keepLocals) {
        return new Planner(body).plan(keepLocals);
    }

    private MethodPlan plan(boolean keepLocals) {
        ControlFlow flow = ControlFlow.of(body.node());
        collectTypes();
        NeededLocals needed = NeededLocals.of(body.node(), flow, keepLocals);
        for (MethodInsnNode call : body.suspensions()) {
            live.put(call, needed.at(body.node().instructions.indexOf(call)));
        }
        if (body.method().direct() && !live.isEmpty()) parameters.pass(live.values());
        body.suspensions().forEach(call -> allocation.require(claims(call)));
        allocation.allocate();
        Map<MethodInsnNode, List<FrameField>> stale = staleFields(flow);
        Handlers handlers = new Handlers(body.node(), flow, needed);
        List<SuspensionPoint> points = new ArrayList<>();
        for (MethodInsnNode call : body.suspensions()) {
            points.add(point(points.size() + 1, call, stale.get(call), handlers.at(call)));
        }
        return new MethodPlan(
                body,
                parameters.fields(),
                parameters.passing(),
                allocation.fields(),
                points,
                needed);
    }

    private void collectTypes() {
        Set<AbstractInsnNode> suspensions = new HashSet<>(body.suspensions());
        TypeWalk.walk(
                body.method().owner().name,
                body.node(),
                (insn, before) -> {
                    if (suspensions.contains(insn)) {
                        types.put(
                                (MethodInsnNode) insn, typesAround((MethodInsnNode) insn, before));
                    }
                });
    }

    private Types typesAround(MethodInsnNode call, Frame<VerificationType> before) {
        List<VerificationType> locals = new ArrayList<>();
        for (int i = 0; i < before.getLocals(); i++) {
            VerificationType declared = parameters.declared(i);
            locals.add(declared == null ? before.getLocal(i) : declared);
        }
        List<VerificationType> operands = new ArrayList<>();
        int below = before.getStackSize() - arguments(call);
        for (int i = 0; i < below; i++) {
            operands.add(before.getStack(i));
        }
        return new Types(locals, operands, before.getStack(below));
    }

    /** How many operands a call takes; those of ours are all of one slot. */
    private static int arguments(MethodInsnNode call) {
        int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
        return receiver + Type.getArgumentTypes(call.desc).length;
    }

    private List<Claim> claims(MethodInsnNode call) {
        List<Claim> claims = new ArrayList<>();
        savedLocals(call).forEach((slot, type) -> claims.add(claim(false, slot, type)));
        List<VerificationType> operands = types.get(call).operands();
        for (int i = 0; i < operands.size(); i++) {
            if (needsField(operands.get(i))) claims.add(claim(true, i, operands.get(i)));
        }
        return claims;
    }

    private static Claim claim(boolean operand, int position, VerificationType type) {
        return new Claim(operand, position, descriptor(type));
    }

    /** The locals that are needed after the call and are no parameters, by slot. */
    private Map<Integer, VerificationType> savedLocals(MethodInsnNode call) {
        Map<Integer, VerificationType> saved = new TreeMap<>();
        List<VerificationType> locals = types.get(call).locals();
        for (int slot = body.method().firstLocal(); slot < locals.size(); slot++) {
            VerificationType type = locals.get(slot);
            if (needsField(type) && live.get(call).get(slot)) saved.put(slot, type);
        }
        return saved;
    }

    private static boolean needsField(VerificationType type) {
        return type instanceof Reference || !descriptor(type).isEmpty();
    }

    private static String descriptor(VerificationType type) {
        if (type instanceof Reference reference) return reference.descriptor();
        return type instanceof Primitive primitive ? primitive.descriptor() : "";
    }

    private Map<MethodInsnNode, List<FrameField>> staleFields(ControlFlow flow) {
        Map<MethodInsnNode, Set<FrameField>> kept = new HashMap<>();
        for (MethodInsnNode call : body.suspensions()) {
            Set<FrameField> fields = new HashSet<>(parameters.liveFields(live.get(call)));
            for (Claim claim : claims(call)) fields.add(allocation.fieldOf(claim));
            kept.put(call, fields);
        }
        List<FrameField> references = new ArrayList<>(parameters.clearable());
        allocation.fields().stream().filter(FrameField::isReference).forEach(references::add);
        return new StaleFields(references, kept)
                .find(body.node().instructions, flow, Set.copyOf(parameters.clearable()));
    }

    private SuspensionPoint point(
            int state, MethodInsnNode call, List<FrameField> cleared, List<Handler> handlers) {
        List<Saved> restored = new ArrayList<>();
        savedLocals(call).forEach((slot, type) -> restored.add(saved(false, slot, type)));
        List<Saved> stored = new ArrayList<>(parameters.changed(live.get(call)));
        stored.addAll(restored);
        List<VerificationType> operands = types.get(call).operands();
        List<Saved> savedOperands = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            if (needsField(operands.get(i))) savedOperands.add(saved(true, i, operands.get(i)));
        }
        return new SuspensionPoint(
                state,
                call,
                call.owner.equals(body.method().owner().name),
                lineOf(call),
                types.get(call).firstArgument(),
                stored,
                restored,
                nulls(call),
                parameters.lost(live.get(call)),
                operands,
                savedOperands,
                cleared,
                typesBehind(call),
                handlers);
    }

    private Saved saved(boolean operand, int position, VerificationType type) {
        return new Saved(position, type, allocation.fieldOf(claim(operand, position, type)));
    }

    /** Locals that are needed and known to be null. */
    private List<Integer> nulls(MethodInsnNode call) {
        List<VerificationType> locals = types.get(call).locals();
        List<Integer> nulls = new ArrayList<>();
        for (int slot = body.method().firstLocal(); slot < locals.size(); slot++) {
            if (locals.get(slot) == Primitive.NULL && live.get(call).get(slot)) nulls.add(slot);
        }
        return nulls;
    }

    /** The types behind the call: what is no longer needed has none. */
    private List<VerificationType> typesBehind(MethodInsnNode call) {
        List<VerificationType> behind = new ArrayList<>(types.get(call).locals());
        for (int slot = body.method().firstLocal(); slot < behind.size(); slot++) {
            if (!live.get(call).get(slot)) behind.set(slot, Primitive.TOP);
        }
        return behind;
    }

    private static int lineOf(AbstractInsnNode insn) {
        for (AbstractInsnNode i = insn; i != null; i = i.getPrevious()) {
            if (i instanceof LineNumberNode number) return number.line;
        }
        return 0;
    }
}
