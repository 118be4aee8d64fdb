package dev.weft.processor.fix;

import java.util.Comparator;

/**
 * A text that takes the place of another.
 *
 * @param start where the other begins
 * @param end where it ends; the same where something is only put in
 * @param text the text
 * @param closes whether it ends what stands before it, rather than begins what stands behind
 * @param size how much the whole change is around, so that of two at one place the wider is outside
 */
record Edit(int start, int end, String text, boolean closes, int size) {

    /** From the front to the end of a text, and from the outside in where several meet. */
    static final Comparator<Edit> IN_ORDER =
            Comparator.comparingInt(Edit::start)
                    .thenComparing(edit -> !edit.closes)
                    .thenComparingInt(edit -> edit.closes ? edit.size : -edit.size);

    boolean touches(Edit other) {
        return start < other.end && other.start < end || isInside(other) || other.isInside(this);
    }

    /** Whether something is put into the middle of what another replaces. */
    private boolean isInside(Edit other) {
        return start == end && other.start < start && start < other.end;
    }
}
