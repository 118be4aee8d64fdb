package dev.weft.benchmarks.byhand;

import dev.weft.benchmarks.Resource;
import org.jspecify.annotations.Nullable;

/** Uses a resource again and again, whose close may suspend but does not. */
final class Closing extends HandWritten.Frame {

    private final int times;
    private final Resource resource = new Resource();
    private int i;

    Closing(HandWritten.Task task, int times) {
        super(task);
        this.times = times;
    }

    @Override
    @Nullable Object step() {
        int n = state == 0 ? 0 : i + 1;
        for (; n < times; n++) {
            resource.use();
            if (close() == HandWritten.SUSPENDED) {
                i = n;
                state = 1;
                return HandWritten.SUSPENDED;
            }
        }
        return resource.uses();
    }

    private @Nullable Object close() {
        resource.close();
        return null;
    }
}
