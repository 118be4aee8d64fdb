package dev.weft.weaver.emit;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.Weaving.ClassFile;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the classes of frames have in common: fields, and methods that call the body. */
abstract class FrameWriter {

    final MethodPlan plan;
    final AsyncMethod method;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final String name;
    private final String superclass;

    FrameWriter(MethodPlan plan, String name, String superclass) {
        this.plan = plan;
        this.method = plan.body().method();
        this.name = name;
        this.superclass = superclass;
    }

    /** The descriptor of a constructor that takes these. */
    static String constructor(List<FrameField> fields) {
        return fields.stream()
                .map(FrameField::descriptor)
                .collect(Collectors.joining("", "(", ")V"));
    }

    /** Loads what the body is given for a parameter. */
    abstract void loadParameter(MethodVisitor code, FrameField parameter);

    abstract void writeMembers();

    final ClassFile write(int access) {
        int version = method.owner().version;
        int all = access | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(version, all, name, null, superclass, null);
        writer.visitSource(method.owner().sourceFile, null);
        writeMembers();
        writer.visitEnd();
        return new ClassFile(name, writer.toByteArray());
    }

    final void writeField(FrameField field) {
        writer.visitField(Opcodes.ACC_SYNTHETIC, field.name(), field.descriptor(), null, null)
                .visitEnd();
    }

    /** A constructor that takes all of these, and passes on what the superclass takes. */
    final void writeConstructor(List<FrameField> all, List<FrameField> inherited) {
        MethodVisitor code = writer.visitMethod(0, "<init>", constructor(all), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        int slot = 1;
        for (FrameField field : all) {
            if (inherited.contains(field)) loadArgument(code, field, slot);
            slot += size(field);
        }
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL, superclass, "<init>", constructor(inherited), false);
        slot = 1;
        for (FrameField field : all) {
            if (!inherited.contains(field)) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                loadArgument(code, field, slot);
                put(code, field);
            }
            slot += size(field);
        }
        end(code, Opcodes.RETURN);
    }

    private static void loadArgument(MethodVisitor code, FrameField field, int slot) {
        code.visitVarInsn(Type.getType(field.descriptor()).getOpcode(Opcodes.ILOAD), slot);
    }

    private static int size(FrameField field) {
        return Type.getType(field.descriptor()).getSize();
    }

    final void put(MethodVisitor code, FrameField field) {
        code.visitFieldInsn(Opcodes.PUTFIELD, name, field.name(), field.descriptor());
    }

    final void get(MethodVisitor code, FrameField field) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, field.name(), field.descriptor());
    }

    /**
     * What the superclass would do, with the call of the body in its place: so each await or loop
     * that always meets frames of one class is compiled to a call of one body.
     *
     * @param begin jumps to where the body is run, or returns
     */
    final void writeRun(String run, Begin begin, String leave, String fail) {
        MethodVisitor code =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC, run, Names.AWAIT_FROM_DESCRIPTOR, null, null);
        code.visitCode();
        Label from = new Label();
        Label to = new Label();
        Label failed = new Label();
        code.visitTryCatchBlock(from, to, failed, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        Object[] stack = begin.write(code, from);
        code.visitLabel(from);
        Object[] locals = {name, Names.COROUTINE};
        code.visitFrame(Opcodes.F_NEW, 2, locals, stack.length, stack);
        for (int i = 0; i < stack.length; i++) code.visitInsn(Opcodes.POP);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        callBody(code, () -> code.visitInsn(Opcodes.ACONST_NULL));
        code.visitLabel(to);
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
    interface Begin {
        Object[] write(MethodVisitor code, Label run);
    }

    final Object[] enter(MethodVisitor code, Label run) {
        own(code, Names.ENTER, "(" + Names.descriptor(Names.COROUTINE) + ")Z");
        code.visitJumpInsn(Opcodes.IFNE, run);
        code.visitFieldInsn(
                Opcodes.GETSTATIC, Names.WOVEN, Names.SUSPENDED, Names.OBJECT_DESCRIPTOR);
        code.visitInsn(Opcodes.ARETURN);
        return new Object[0];
    }

    final void own(MethodVisitor code, String called, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, superclass, called, descriptor, false);
    }

    final void callBody(MethodVisitor code, Runnable loadReceived) {
        for (FrameField parameter : plan.parameters()) loadParameter(code, parameter);
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

    final MethodVisitor protectedMethod(String called, String descriptor) {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PROTECTED, called, descriptor, null, null);
        code.visitCode();
        return code;
    }

    final void clear(MethodVisitor code, FrameField field) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ACONST_NULL);
        put(code, field);
    }

    static void end(MethodVisitor code, int returnOpcode) {
        code.visitInsn(returnOpcode);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
