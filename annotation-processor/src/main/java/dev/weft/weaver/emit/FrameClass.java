package dev.weft.weaver.emit;

import dev.weft.weaver.Names;
import dev.weft.weaver.Shape;
import dev.weft.weaver.Weaving.ClassFile;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import dev.weft.weaver.plan.SuspensionPoint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a method's frames: the coroutine itself, with the arguments, the saved values
 * and the step that calls the body.
 */
public final class FrameClass extends FrameWriter {

    private FrameClass(MethodPlan plan) {
        super(plan, plan.body().method().frame(), superclass(plan));
    }

    /** The frame class of the planned method, and its subclass where there is one. */
    public static List<ClassFile> write(MethodPlan plan) {
        FrameClass frame = new FrameClass(plan);
        return plan.passing().isEmpty()
                ? List.of(frame.write(Opcodes.ACC_FINAL))
                : List.of(frame.write(0), CallFrameClass.write(plan));
    }

    private static String superclass(MethodPlan plan) {
        return generator(plan) ? Names.GENERATOR_FRAME : Names.FRAME;
    }

    private static boolean generator(MethodPlan plan) {
        return plan.body().method().shape() == Shape.GENERATOR;
    }

    @Override
    void writeMembers() {
        fields().forEach(this::writeField);
        writeConstructor(plan.kept(), List.of());
        if (generator(plan)) {
            writeStep(Names.PROCEED);
            writeRun(Names.NEXT_FROM, this::begin, Names.LEAVE_WITH, Names.FAIL_WITH);
            writeRelease(Names.RELEASE);
        } else {
            writeStep(Names.STEP);
            // Others are made where the body suspends, and never awaited from the start.
            if (plan.passing().isEmpty()) {
                writeRun(Names.AWAIT_FROM, this::enter, Names.LEAVE, Names.FAIL);
            }
            writeRelease(Names.ENDED);
        }
        writeTrace();
        if (!generator(plan) && !plan.points().isEmpty()) {
            FateMethod.write(protectedMethod(Names.FATE, Names.FATE_DESCRIPTOR), plan);
        }
    }

    private Stream<FrameField> fields() {
        return Stream.concat(plan.kept().stream(), plan.spills().stream());
    }

    private void writeStep(String name) {
        MethodVisitor code = protectedMethod(name, Names.STEP_DESCRIPTOR);
        callBody(code, () -> code.visitVarInsn(Opcodes.ALOAD, 1));
        end(code, Opcodes.ARETURN);
    }

    @Override
    void loadParameter(MethodVisitor code, FrameField parameter) {
        if (plan.passing().contains(parameter)) {
            code.visitInsn(Constants.zero(Type.getType(parameter.descriptor())));
        } else {
            get(code, parameter);
        }
    }

    private Object[] begin(MethodVisitor code, Label run) {
        own(code, Names.BEGIN, Names.AWAIT_FROM_DESCRIPTOR);
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFNULL, run);
        code.visitInsn(Opcodes.ARETURN);
        return new Object[] {Names.OBJECT};
    }

    private void writeRelease(String name) {
        List<FrameField> references = fields().filter(FrameField::isReference).toList();
        if (references.isEmpty()) return;
        MethodVisitor code = protectedMethod(name, "()V");
        for (FrameField field : references) clear(code, field);
        end(code, Opcodes.RETURN);
    }

    private void writeTrace() {
        MethodVisitor code = protectedMethod(Names.TRACE, "()Ljava/lang/String;");
        code.visitLdcInsn(trace());
        end(code, Opcodes.ARETURN);
    }

    /** What a stack trace needs: class, method, file, and the line of each state. */
    private String trace() {
        String file = method.owner().sourceFile;
        String lines =
                plan.points().stream()
                        .map(SuspensionPoint::line)
                        .map(line -> Integer.toString(line))
                        .collect(Collectors.joining(","));
        return String.join(
                "\n",
                List.of(
                        method.owner().name.replace('/', '.'),
                        method.node().name,
                        file == null ? "" : file,
                        lines));
    }
}
