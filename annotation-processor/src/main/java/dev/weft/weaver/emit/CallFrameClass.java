package dev.weft.weaver.emit;

import dev.weft.weaver.Names;
import dev.weft.weaver.Weaving.ClassFile;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class of frames that are made before the body runs, where those that are made when it
 * suspends are smaller: it has the arguments that are not needed from then on.
 */
final class CallFrameClass extends FrameWriter {

    private CallFrameClass(MethodPlan plan) {
        super(plan, plan.callFrame(), plan.body().method().frame());
    }

    static ClassFile write(MethodPlan plan) {
        return new CallFrameClass(plan).write(Opcodes.ACC_FINAL);
    }

    @Override
    void writeMembers() {
        plan.passing().forEach(this::writeField);
        writeConstructor(plan.parameters(), plan.kept());
        writeStep();
        writeRun(Names.AWAIT_FROM, this::enter, Names.LEAVE, Names.FAIL);
    }

    private void writeStep() {
        MethodVisitor code = protectedMethod(Names.STEP, Names.STEP_DESCRIPTOR);
        Label resumed = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, Names.FRAME, Names.STATE, "I");
        code.visitJumpInsn(Opcodes.IFNE, resumed);
        callBody(code, () -> code.visitVarInsn(Opcodes.ALOAD, 1));
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(resumed);
        Object[] locals = {plan.callFrame(), Names.OBJECT};
        code.visitFrame(Opcodes.F_NEW, 2, locals, 0, new Object[0]);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL, method.frame(), Names.STEP, Names.STEP_DESCRIPTOR, false);
        end(code, Opcodes.ARETURN);
    }

    /** The frame keeps nothing alive that the body may be done with. */
    @Override
    void loadParameter(MethodVisitor code, FrameField parameter) {
        get(code, parameter);
        if (parameter.isReference() && plan.passing().contains(parameter)) clear(code, parameter);
    }
}
