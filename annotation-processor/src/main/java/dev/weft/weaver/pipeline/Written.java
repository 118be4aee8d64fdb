package dev.weft.weaver.pipeline;

import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.Weaving.ClassFile;
import org.objectweb.asm.tree.LabelNode;

/**
 * What one method became.
 *
 * @param planned the facts of its plan
 * @param frame its frame class
 * @param end where its body ends, once the class is written
 */
record Written(MethodFacts planned, ClassFile frame, LabelNode end) {

    /** The facts, with what is known since the class is written. */
    MethodFacts facts() {
        return planned.withBodyBytes(end.getLabel().getOffset());
    }
}
