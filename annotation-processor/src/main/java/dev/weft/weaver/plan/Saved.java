package dev.weft.weaver.plan;

import dev.weft.weaver.flow.VerificationType;

/**
 * A value that is kept in a field while the method is suspended.
 *
 * @param position the local's slot, or the operand's place on the stack, counted from its bottom
 * @param type its type
 * @param field where it is kept
 */
public record Saved(int position, VerificationType type, FrameField field) {

    @Override
    public String toString() {
        return position + "=" + field;
    }
}
