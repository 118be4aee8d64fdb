package dev.weft.weaver;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method to weave.
 *
 * @param owner the class that declares it
 * @param node the method as it was compiled
 * @param shape what its return type makes of it
 * @param frame internal name of its frame class
 * @param direct whether other bodies of the class call its body directly, which then has no frame
 *     until it suspends
 */
public record AsyncMethod(
        ClassNode owner, MethodNode node, Shape shape, String frame, boolean direct) {

    /** Behind the frame, a body that is called directly takes who awaits it, and how deep it is. */
    private static final String DIRECT_PARAMETERS = Names.descriptor(Names.COROUTINE) + "I";

    /** In slots, the receiver included. */
    private static final int MOST_PARAMETERS = 255;

    /** The same method, called directly. */
    public AsyncMethod asDirect() {
        return new AsyncMethod(owner, node, shape, frame, true);
    }

    /** Whether it has no receiver. */
    public boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Whether an interface declares it. */
    public boolean inInterface() {
        return (owner.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** The descriptor of its body: its own parameters, the frame and what it is resumed with. */
    public String bodyDescriptor() {
        String parameters = node.desc.substring(1, node.desc.indexOf(')'));
        String hidden =
                Names.descriptor(frame)
                        + Names.OBJECT_DESCRIPTOR
                        + (direct ? DIRECT_PARAMETERS : "");
        return "(" + parameters + hidden + ")" + Names.OBJECT_DESCRIPTOR;
    }

    /** Whether its body has no more parameters than a class file lets it have. */
    public boolean fits() {
        int slots = Type.getArgumentsAndReturnSizes(bodyDescriptor()) >> 2;
        return (isStatic() ? slots - 1 : slots) <= MOST_PARAMETERS;
    }

    /** The local of its body that holds the frame, right behind the parameters. */
    public int frameSlot() {
        int parameters = Type.getArgumentsAndReturnSizes(node.desc) >> 2;
        return isStatic() ? parameters - 1 : parameters;
    }

    /** The local that holds what the last suspension led to. */
    public int receivedSlot() {
        return frameSlot() + 1;
    }

    /** The local that holds who awaits what the body calls: the frame, if there always is one. */
    public int awaiterSlot() {
        return direct ? frameSlot() + 2 : frameSlot();
    }

    /** The local that holds how many bodies were called directly to get here. */
    public int depthSlot() {
        return frameSlot() + 3;
    }

    /** The first local that is no parameter of the body. */
    public int firstLocal() {
        return direct ? frameSlot() + 4 : frameSlot() + 2;
    }

    /** The opcode of a call of its body. */
    public int bodyCall() {
        if (isStatic()) return Opcodes.INVOKESTATIC;
        return inInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    }

    /** Its name as a user writes it. */
    public String displayName() {
        return owner.name.replace('/', '.') + "." + node.name;
    }
}
