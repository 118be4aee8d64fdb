import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class EmitOfAnotherType {

    interface Source<T> {
        @Async
        AsyncGenerator<T> open();
    }

    @Async
    AsyncGenerator<String> strings(Object any, boolean odd) {
        // error: this emits int, but the elements of the generator are String: emit one of those, or change what the generator is declared to return
        emit(1);
        // error: this emits Object, but the elements
        emit(any);
        // error: this emits int, but the elements
        emit(odd ? "odd" : (2));
        String sent =
                emit(
                        switch (sent()) {
                            case 1 -> "one";
                            case 2 -> {
                                String inner = switch (3) { default -> { yield "not emitted"; } };
                                // error: this emits char
                                yield 'c';
                            }
                            // error: this emits List<Integer>
                            default -> List.of(1);
                        });
        emit(odd ? "odd" : null);
        emit(null);
        return end();
    }

    private int sent() {
        return 1;
    }

    @Async
    AsyncGenerator<Long> longs(boolean odd) {
        // error: this emits int, but the elements of the generator are Long
        emit(1);
        emit(odd ? 1 : 2L);
        emit(3L);
        return end();
    }

    @Async
    AsyncGenerator<Byte> bytes() {
        // error: this emits int, but the elements of the generator are Byte
        emit(1);
        emit((byte) 1);
        return end();
    }

    @Async
    AsyncGenerator<List<String>> lists(List<Object> objects) {
        // error: this emits List<Object>, but the elements of the generator are List<String>
        emit(objects);
        // error: this emits List<Integer>, but
        emit(List.of(1));
        // error: this emits Map<Object,Object>, but
        emit(Map.of());
        // error: this emits ArrayList<Object>, but
        emit(new ArrayList<Object>());
        emit(List.of());
        emit(new ArrayList<>());
        emit(List.of("a"));
        return end();
    }

    @Async
    <T, N extends Number> AsyncGenerator<T> variables(List<? extends T> list, N number) {
        for (T one : list) {
            emit(one);
        }
        emit(list.get(0));
        // error: this emits N, but the elements of the generator are T
        emit(number);
        return end();
    }

    @Async
    AsyncGenerator<? extends Number> upper() {
        emit(1);
        emit(2.0);
        // error: this emits String, but the elements of the generator are Number
        emit("three");
        return end();
    }

    @Async
    AsyncGenerator<? super Integer> lower() {
        emit(1);
        emit("any");
        return end();
    }

    Source<String> lambda =
            () -> {
                emit("a");
                // error: this emits int, but the elements of the generator are String
                emit(1);
                return end();
            };

    Source<? extends Number> wildcard =
            () -> {
                emit(1);
                // error: this emits String, but the elements of the generator are Number
                emit("a");
                return end();
            };
}
