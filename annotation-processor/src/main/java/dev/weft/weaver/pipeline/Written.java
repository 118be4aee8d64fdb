package dev.weft.weaver.pipeline;

import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.Weaving.ClassFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.LabelNode;

/**
 * What one method became.
 *
 * @param planned the facts of its plan; null where nobody asks for them
 * @param frames its frame classes
 * @param end where its body ends, once the class is written
 */
record Written(@Nullable MethodFacts planned, List<ClassFile> frames, LabelNode end) {

    /** The facts, with what is known since the class is written. */
    Stream<MethodFacts> facts() {
        return planned == null
                ? Stream.empty()
                : Stream.of(planned.withBodyBytes(end.getLabel().getOffset()));
    }
}
