import static dev.weft.Weft.async;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.util.List;

class EmitOutsideGenerator {

    void plain() {
        // error: emit stands in plain(), which is no generator: emit in an @Async method that returns an AsyncGenerator, or in a lambda whose interface's method is one
        emit(1);
    }

    AsyncGenerator<Integer> notMarked() {
        // error: emit stands in notMarked(), which is no generator
        emit(1);
        return end();
    }

    @Async
    Coroutine<Void> noGenerator() {
        // error: emit stands in noGenerator(), which is no generator
        Weft.emit(1);
        return done();
    }

    Coroutine<Void> asyncLambda() {
        return async(
                () -> {
                    // error: emit stands in a lambda of AsyncSupplier, which is no generator
                    emit(1);
                    return done();
                });
    }

    @Async
    AsyncGenerator<Integer> plainLambda(List<Integer> all) {
        // error: emit stands in a lambda of Consumer, which is no generator
        all.forEach(one -> emit(one));
        // error: emit is a method reference here, which cannot be suspended: write a loop in the
        all.forEach(Weft::emit);
        return end();
    }

    EmitOutsideGenerator() {
        // error: emit stands in a constructor of EmitOutsideGenerator, which is no generator
        emit(1);
    }

    static {
        // error: emit stands in an initialiser of EmitOutsideGenerator, which is no generator
        emit(1);
    }

    @Async
    AsyncGenerator<Integer> inAMonitor() {
        synchronized (this) {
            // error: emit stands in a synchronized block, and a monitor cannot be held across a
            emit(1);
        }
        return end();
    }
}
