import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Weft;

class GeneratorReturns {

    interface Source {
        @Async
        AsyncGenerator<Integer> open();
    }

    @Async
    AsyncGenerator<Integer> numbers() {
        emit(1);
        return end();
    }

    @Async
    AsyncGenerator<Integer> nothing() {
        // error: nothing() is a generator, and ends with end(): return end() in place of null
        return null;
    }

    @Async
    AsyncGenerator<Integer> another(int kind) {
        if (kind == 0) {
            // error: another() is a generator, and returns nothing but end(): to pass the elements of another one on, write for (var x : each(other)) emit(x), and return end() behind it
            return numbers();
        }
        var kept = numbers();
        if (kind == 1) {
            // error: another() is a generator, and returns nothing but
            return (kept);
        }
        return kind == 2
                ? end()
                : kind == 3
                        // error: another() is a generator, and ends with
                        ? null
                        // error: another() is a generator, and returns nothing but
                        : numbers();
    }

    @Async
    AsyncGenerator<Integer> ends(int kind) {
        if (kind == 0) {
            return (Weft.end());
        }
        return switch (kind) {
            case 1 -> kind > 1 ? end() : Weft.<Integer>end();
            default -> {
                yield end();
            }
        };
    }

    // error: a lambda of Source is a generator, and returns nothing but end()
    Source expression = () -> numbers();

    Source block =
            () -> {
                emit(1);
                // error: a lambda of Source is a generator, and ends with end()
                return null;
            };

    Source value = () -> end();
    Source reference = this::numbers;
    Source nested =
            () -> {
                Source plain =
                        new Source() {
                            @Override
                            public AsyncGenerator<Integer> open() {
                                return numbers();
                            }
                        };
                return end();
            };
}
