package dev.weft.weaver;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method to weave.
 *
 * @param owner the class that declares it
 * @param node the method as it was compiled
 * @param shape what its return type makes of it
 * @param frame internal name of its frame class
 */
public record AsyncMethod(ClassNode owner, MethodNode node, Shape shape, String frame) {

    /** Whether it has no receiver. */
    public boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Whether an interface declares it. */
    public boolean inInterface() {
        return (owner.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** The descriptor of its body: its own parameters and the frame. */
    public String bodyDescriptor() {
        String parameters = node.desc.substring(1, node.desc.indexOf(')'));
        return "(" + parameters + Names.descriptor(frame) + ")" + Names.OBJECT_DESCRIPTOR;
    }

    /** Its name as a user writes it. */
    public String displayName() {
        return owner.name.replace('/', '.') + "." + node.name;
    }
}
