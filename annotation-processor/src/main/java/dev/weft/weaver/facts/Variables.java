package dev.weft.weaver.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** What the class file tells of the variables of a method: nothing if it was compiled without. */
final class Variables {

    /** A variable of the source, with its type as it stands there. */
    record Variable(String name, String type) {}

    private final InsnList code;
    private final List<LocalVariableNode> table;

    Variables(MethodNode method) {
        code = method.instructions;
        table = method.localVariables == null ? List.of() : method.localVariables;
    }

    /** The variable that a slot holds at an instruction. */
    @Nullable Variable at(int slot, int index) {
        for (LocalVariableNode variable : table) {
            boolean inScope =
                    code.indexOf(variable.start) <= index && index < code.indexOf(variable.end);
            if (inScope && variable.index == slot) {
                String signature = variable.signature;
                String type = signature == null ? variable.desc : signature;
                return new Variable(variable.name, SourceType.of(type));
            }
        }
        return null;
    }
}
