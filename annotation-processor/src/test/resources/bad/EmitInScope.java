import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.moveOnAfter;
import static dev.weft.Weft.shielded;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.timeout;
import static java.time.Duration.ofSeconds;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import dev.weft.SupervisorGroup;
import dev.weft.TaskGroup;

@SuppressWarnings("weft:emptyScope")
class EmitInScope {

    static class Connection implements AsyncCloseable {
        @Override
        public Coroutine<Void> closeAsync() {
            return done();
        }
    }

    @Async
    AsyncGenerator<Integer> groups() {
        try (var group = new TaskGroup()) {
            group.createTask(sleep(ofSeconds(1)));
            // error: emit stands in the block of a TaskGroup, which could then cancel whoever iterates: end the block first and emit behind it, or open the scope around the loop that iterates
            emit(1);
        } catch (IllegalStateException e) {
            emit(2);
        } finally {
            emit(3);
        }
        try (SupervisorGroup group = new SupervisorGroup()) {
            for (int i = 0; i < 3; i++) {
                // error: emit stands in the block of a SupervisorGroup
                emit(i);
            }
        }
        return end();
    }

    @Async
    AsyncGenerator<Object> times() {
        try (var limit = timeout(ofSeconds(1));
                // error: emit stands in the block of a Timeout
                var connection = Connection.class.cast(emit(1))) {
            // error: emit stands in the block of a Timeout
            emit(1);
            Object one = await(sleep(ofSeconds(1)));
        }
        var kept = moveOnAfter(ofSeconds(1));
        try (kept) {
            try (var connection = new Connection()) {
                // error: emit stands in the block of a Timeout
                emit(1);
            }
        }
        try (var shield = shielded()) {
            // error: emit stands in the block of a Shielded
            emit(1);
        }
        return end();
    }

    @Async
    AsyncGenerator<Integer> resource() {
        try (var connection = new Connection()) {
            emit(1);
            await(groupElsewhere());
        }
        return end();
    }

    @Async
    Coroutine<Void> groupElsewhere() {
        interface Source {
            @Async
            AsyncGenerator<Integer> open();
        }
        try (var group = new TaskGroup()) {
            Source own =
                    () -> {
                        emit(1);
                        return end();
                    };
            var generator = own.open();
            generator.close();
        }
        return done();
    }
}
