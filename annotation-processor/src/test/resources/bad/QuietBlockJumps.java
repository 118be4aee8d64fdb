import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.moveOnAfter;
import static dev.weft.Weft.moveOnAt;
import static dev.weft.Weft.shielded;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.timeout;
import static java.time.Duration.ofSeconds;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;

class QuietBlockJumps {

    @Async
    Coroutine<Integer> returns() {
        // error: when the time is over this block is left quietly, and nothing says what happens then, as the block never ends by itself: set a variable in the block, and return, break or continue behind it
        try (var limit = moveOnAfter(ofSeconds(1))) {
            await(sleep(ofSeconds(2)));
            return done(1);
        }
    }

    @Async
    Coroutine<Integer> kept(boolean odd) {
        var limit = Weft.moveOnAfter(ofSeconds(1));
        if (odd) {
            // error: when the time is over this block is left quietly
            try (limit) {
                return done(await(sleep(ofSeconds(2), 1)));
            }
        }
        // error: when the time is over this block is left quietly
        try (var shield = shielded(ofSeconds(1))) {
            throw new IllegalStateException(String.valueOf(await(sleep(ofSeconds(2)))));
        }
    }

    @Async
    Coroutine<Void> forever() {
        for (; ; ) {
            // error: when the time is over this block is left quietly
            try (var limit = moveOnAt(ofSeconds(1))) {
                while (true) {
                    await(sleep(ofSeconds(2)));
                }
            }
        }
    }

    @Async
    Coroutine<Integer> fine(boolean odd) {
        int result = 0;
        for (int i = 0; i < 3; i++) {
            try (var limit = moveOnAfter(ofSeconds(1))) {
                if (odd) {
                    return done(3);
                }
                while (true) {
                    result += await(sleep(ofSeconds(2), 1));
                    if (result > 2) {
                        break;
                    }
                }
            }
        }
        try (var shield = shielded()) {
            await(sleep(ofSeconds(2)));
            if (odd) {
                return done(3);
            }
        }
        try (var limit = timeout(ofSeconds(1))) {
            return done(await(sleep(ofSeconds(2), 1)));
        }
    }
}
