package dev.weft.weaver.facts;

import dev.weft.weaver.Shape;
import dev.weft.weaver.plan.FrameField;
import java.util.List;

/**
 * How large frames are: on HotSpot, 64 bits, with references of four bytes and headers of twelve,
 * as it is with heaps of up to 32 gigabytes.
 */
final class FrameSize {

    /** Header and fields of what every frame extends. */
    private static final int FRAME = 24;

    private static final int GENERATOR_FRAME = 31;

    private static final int ALIGNMENT = 8;

    private FrameSize() {}

    /** The bytes of one frame, as it lies in the heap. */
    static int of(Shape shape, List<FrameField> fields) {
        int end = shape == Shape.GENERATOR ? GENERATOR_FRAME : FRAME;
        int small = 0;
        int large = 0;
        for (FrameField field : fields) {
            int bytes = of(field);
            if (bytes == ALIGNMENT) large += bytes;
            else small += bytes;
        }
        // the smaller fields fill the gap before the first large one
        int gap = large == 0 ? 0 : Math.max(0, aligned(end) - end - small);
        return aligned(end + gap + small + large);
    }

    private static int aligned(int bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The bytes of one field. */
    static int of(FrameField field) {
        return switch (field.descriptor().charAt(0)) {
            case 'J', 'D' -> 8;
            case 'S', 'C' -> 2;
            case 'B', 'Z' -> 1;
            default -> Integer.BYTES;
        };
    }
}
