package dev.weft.weaver.emit;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.Shape;
import dev.weft.weaver.Weaving.ClassFile;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes the class of a method's frames: the coroutine itself, with the arguments, the saved values
 * and the step that calls the body.
 */
public final class FrameClass {

    private static final int CLASS_ACCESS =
            Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;

    private final MethodPlan plan;
    private final AsyncMethod method;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private FrameClass(MethodPlan plan) {
        this.plan = plan;
        this.method = plan.body().method();
    }

    /** The frame class of the planned method. */
    public static ClassFile write(MethodPlan plan) {
        return new FrameClass(plan).write();
    }

    /** The descriptor of a frame's constructor, which takes the receiver and the arguments. */
    static String constructor(MethodPlan plan) {
        return plan.parameters().stream()
                .map(FrameField::descriptor)
                .collect(Collectors.joining("", "(", ")V"));
    }

    private ClassFile write() {
        ClassNode owner = method.owner();
        writer.visit(owner.version, CLASS_ACCESS, method.frame(), null, superclass(), null);
        writer.visitSource(owner.sourceFile, null);
        for (FrameField field : plan.parameters()) writeField(field);
        for (FrameField field : plan.spills()) writeField(field);
        writeConstructor();
        if (generator()) {
            writeStep(Names.PROCEED);
            writeRun(Names.NEXT_FROM, this::begin, Names.LEAVE_WITH, Names.FAIL_WITH);
            writeRelease(Names.RELEASE);
        } else {
            writeStep(Names.STEP);
            writeRun(Names.AWAIT_FROM, this::enter, Names.LEAVE, Names.FAIL);
            writeRelease(Names.ENDED);
        }
        writeTrace();
        if (!generator() && !plan.points().isEmpty()) {
            FateMethod.write(protectedMethod(Names.FATE, Names.FATE_DESCRIPTOR), plan);
        }
        writer.visitEnd();
        return new ClassFile(method.frame(), writer.toByteArray());
    }

    private void writeField(FrameField field) {
        writer.visitField(Opcodes.ACC_SYNTHETIC, field.name(), field.descriptor(), null, null)
                .visitEnd();
    }

    private void writeConstructor() {
        MethodVisitor code = writer.visitMethod(0, "<init>", constructor(plan), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, superclass(), "<init>", "()V", false);
        int slot = 1;
        for (FrameField field : plan.parameters()) {
            Type type = Type.getType(field.descriptor());
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            code.visitFieldInsn(Opcodes.PUTFIELD, method.frame(), field.name(), field.descriptor());
            slot += type.getSize();
        }
        end(code, Opcodes.RETURN);
    }

    private boolean generator() {
        return method.shape() == Shape.GENERATOR;
    }

    private String superclass() {
        return generator() ? Names.GENERATOR_FRAME : Names.FRAME;
    }

    private void writeStep(String name) {
        MethodVisitor code = protectedMethod(name, Names.STEP_DESCRIPTOR);
        callBody(code, () -> code.visitVarInsn(Opcodes.ALOAD, 1));
        end(code, Opcodes.ARETURN);
    }

    /**
     * What the superclass would do, with the call of the body in its place: so each await or loop
     * that always meets frames of one class is compiled to a call of one body.
     *
     * @param begin jumps to where the body is run, or returns
     */
    private void writeRun(String name, Begin begin, String leave, String fail) {
        MethodVisitor code =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC, name, Names.AWAIT_FROM_DESCRIPTOR, null, null);
        code.visitCode();
        Label run = new Label();
        Label ran = new Label();
        Label failed = new Label();
        code.visitTryCatchBlock(run, ran, failed, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        Object[] stack = begin.write(code, run);
        code.visitLabel(run);
        Object[] locals = {method.frame(), Names.COROUTINE};
        code.visitFrame(Opcodes.F_NEW, 2, locals, stack.length, stack);
        for (int i = 0; i < stack.length; i++) code.visitInsn(Opcodes.POP);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        callBody(code, () -> code.visitInsn(Opcodes.ACONST_NULL));
        code.visitLabel(ran);
        own(code, leave, "(Ljava/lang/Object;)Ljava/lang/Object;");
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(failed);
        code.visitFrame(Opcodes.F_NEW, 2, locals, 1, new Object[] {Names.THROWABLE});
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.SWAP);
        own(code, fail, "(Ljava/lang/Throwable;)Ljava/lang/Throwable;");
        end(code, Opcodes.ATHROW);
    }

    /** Writes how a run begins, and tells what it leaves on the stack where the body is run. */
    private interface Begin {
        Object[] write(MethodVisitor code, Label run);
    }

    private Object[] enter(MethodVisitor code, Label run) {
        own(code, Names.ENTER, "(" + Names.descriptor(Names.COROUTINE) + ")Z");
        code.visitJumpInsn(Opcodes.IFNE, run);
        code.visitFieldInsn(
                Opcodes.GETSTATIC, Names.WOVEN, Names.SUSPENDED, Names.OBJECT_DESCRIPTOR);
        code.visitInsn(Opcodes.ARETURN);
        return new Object[0];
    }

    private Object[] begin(MethodVisitor code, Label run) {
        own(code, Names.BEGIN, Names.AWAIT_FROM_DESCRIPTOR);
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFNULL, run);
        code.visitInsn(Opcodes.ARETURN);
        return new Object[] {Names.OBJECT};
    }

    private void own(MethodVisitor code, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, superclass(), name, descriptor, false);
    }

    private void callBody(MethodVisitor code, Runnable loadReceived) {
        for (FrameField field : plan.parameters()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, method.frame(), field.name(), field.descriptor());
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        loadReceived.run();
        if (method.direct()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ICONST_M1);
        }
        code.visitMethodInsn(
                method.bodyCall(),
                method.owner().name,
                method.node().name,
                method.bodyDescriptor(),
                method.inInterface());
    }

    private void writeRelease(String name) {
        List<FrameField> references =
                Stream.concat(plan.parameters().stream(), plan.spills().stream())
                        .filter(FrameField::isReference)
                        .toList();
        if (references.isEmpty()) return;
        MethodVisitor code = protectedMethod(name, "()V");
        for (FrameField field : references) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitFieldInsn(Opcodes.PUTFIELD, method.frame(), field.name(), field.descriptor());
        }
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
                        .map(point -> Integer.toString(point.line()))
                        .collect(Collectors.joining(","));
        return String.join(
                "\n",
                List.of(
                        method.owner().name.replace('/', '.'),
                        method.node().name,
                        file == null ? "" : file,
                        lines));
    }

    private MethodVisitor protectedMethod(String name, String descriptor) {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PROTECTED, name, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int returnOpcode) {
        code.visitInsn(returnOpcode);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
