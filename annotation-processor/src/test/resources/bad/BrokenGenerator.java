import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;

import dev.weft.Async;
import dev.weft.AsyncGenerator;

/** javac's own errors in a generator stand alone. */
class BrokenGenerator {

    @Async
    AsyncGenerator<String> generator() {
        // error: Weft cannot be applied to given types
        emit();
        // error: cannot find symbol
        emit(missing);
        // error: cannot find symbol
        emit(missing());
        // error: cannot find symbol
        for (var one : each(missing)) {
            emit(one);
        }
        // error: no suitable method found for each(int)
        for (String one : each(1)) {
            emit(one);
        }
        // error: cannot find symbol
        try (var resource = missing()) {
            resource.close();
            emit("");
        }
        // error: cannot find symbol
        try (Missing resource = null) {
            resource.close();
        }
        // error: cannot find symbol
        return missing();
    }
}
