package dev.weft.weaver.emit;

import dev.weft.weaver.Names;
import dev.weft.weaver.plan.Handler;
import dev.weft.weaver.plan.Handler.Fate;
import dev.weft.weaver.plan.MethodPlan;
import dev.weft.weaver.plan.SuspensionPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the method of a frame that tells what becomes of a failure where it is suspended. */
final class FateMethod {

    private final MethodVisitor code;
    private final MethodPlan plan;

    private FateMethod(MethodVisitor code, MethodPlan plan) {
        this.code = code;
        this.plan = plan;
    }

    static void write(MethodVisitor code, MethodPlan plan) {
        new FateMethod(code, plan).write();
    }

    private void write() {
        Set<List<Handler>> kinds =
                plan.points().stream().map(SuspensionPoint::handlers).collect(Collectors.toSet());
        if (kinds.size() == 1) {
            writeAnswers(kinds.iterator().next());
        } else {
            writeSwitch();
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeSwitch() {
        Map<List<Handler>, Label> labels = new LinkedHashMap<>();
        Label[] targets = new Label[plan.points().size()];
        for (int i = 0; i < targets.length; i++) {
            List<Handler> handlers = plan.points().get(i).handlers();
            targets[i] = labels.computeIfAbsent(handlers, none -> new Label());
        }
        Label unknown = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, Names.FRAME, Names.STATE, "I");
        code.visitTableSwitchInsn(1, targets.length, unknown, targets);
        labels.forEach(
                (handlers, label) -> {
                    meet(label);
                    writeAnswers(handlers);
                });
        meet(unknown);
        answer(Fate.SEEN);
    }

    private void writeAnswers(List<Handler> handlers) {
        for (Handler handler : handlers) {
            if (handler.type() == null) {
                answer(handler.fate());
                return;
            }
            Label next = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.INSTANCEOF, handler.type());
            code.visitJumpInsn(Opcodes.IFEQ, next);
            answer(handler.fate());
            meet(next);
        }
        answer(Fate.NONE);
    }

    private void answer(Fate fate) {
        code.visitInsn(Opcodes.ICONST_0 + fate.ordinal());
        code.visitInsn(Opcodes.IRETURN);
    }

    private void meet(Label label) {
        Object[] locals = {plan.body().method().frame(), Names.THROWABLE};
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_NEW, 2, locals, 0, new Object[0]);
    }
}
