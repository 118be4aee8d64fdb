package corpus.other;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;

import dev.weft.*;

/** Protected members, for a subclass in another package. */
public class Guarded {

    protected int counter = 5;
    protected static String shared = "shared";

    protected Guarded() {}

    protected Guarded(int counter) {
        this.counter = counter;
    }

    protected String name() {
        return "guarded";
    }

    @Async
    protected Coroutine<String> slowName() {
        return done("slow" + await(later(counter)));
    }

    @Async
    protected static Coroutine<Integer> twice(int n) {
        return done(n * await(later(2)));
    }

    protected class Part {
        protected final int size;

        public Part(int size) {
            this.size = size;
        }
    }
}
