package shop;

import static dev.weft.Weft.*;

import com.google.auto.value.AutoValue;
import dev.weft.*;

/** The class that javac makes of this has a subclass from another processor. */
@AutoValue
abstract class Entry {

    abstract int before();

    abstract int after();

    static Entry of(int before, int after) {
        return new AutoValue_Entry(before, after);
    }

    @Async
    Coroutine<Integer> change() {
        await(yieldNow());
        return done(after() - before());
    }
}
