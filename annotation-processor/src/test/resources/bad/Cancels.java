import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.failed;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.CancelledError;
import dev.weft.Coroutine;
import java.util.concurrent.CompletableFuture;

class Cancels {

    @Async
    Coroutine<Void> swallows() {
        try {
            await(yieldNow());
            // warning: this catches Throwable, and with it the CancelledError by which the task is cancelled, which ends here: catch Exception, or let catch (CancelledError e) { throw e; } come before it [weft:swallowedCancel]
        } catch (Throwable t) {
            System.out.println(t);
        }
        try {
            await(yieldNow());
            // warning: this catches Error
        } catch (IllegalStateException | Error e) {
            System.out.println(e);
        }
        try {
            await(yieldNow());
            // warning: this catches CancelledError
        } catch (CancelledError cancelled) {
            return done();
        } catch (Throwable t) {
            System.out.println(t);
        }
        return done();
    }

    @Async
    Coroutine<Void> rethrowsSometimes(boolean really) throws Throwable {
        try {
            await(yieldNow());
            // warning: this catches Throwable
        } catch (Throwable t) {
            if (really) {
                throw t;
            }
        }
        for (int i = 0; i < 2; i++) {
            try {
                await(yieldNow());
                // warning: this catches Throwable
            } catch (Throwable t) {
                if (really) {
                    continue;
                }
                throw t;
            }
        }
        try {
            await(yieldNow());
            // warning: this catches Throwable
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
        return done();
    }

    @Async
    Coroutine<Void> passesOn(CompletableFuture<Void> other) throws Throwable {
        try {
            await(yieldNow());
        } catch (Throwable t) {
            System.out.println(t);
            throw t;
        }
        try {
            await(yieldNow());
        } catch (CancelledError cancelled) {
            throw cancelled;
        } catch (Throwable t) {
            System.out.println(t);
        }
        try {
            await(yieldNow());
        } catch (Throwable t) {
            if (t instanceof CancelledError) {
                throw t;
            }
            System.out.println(t);
        }
        try {
            await(yieldNow());
        } catch (Throwable t) {
            while (other.isDone()) {
                break;
            }
            throw sneaky(t);
        }
        try {
            await(yieldNow());
        } catch (Throwable t) {
            other.completeExceptionally(t);
        }
        try {
            await(yieldNow());
        } catch (Throwable t) {
            return failed(t);
        }
        return done();
    }

    @Async
    Coroutine<Void> isRight() {
        try {
            await(yieldNow());
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.out.println();
        } catch (Throwable t) {
            System.out.println(t);
        }
        return done();
    }

    @Async
    Coroutine<String> asksWhatIsDone(CompletableFuture<String> one, CompletableFuture<String> two) {
        if (one.isCompletedExceptionally()) {
            try {
                await(one);
            } catch (Throwable t) {
                return done(t.getMessage());
            }
            try {
                await(two);
                // warning: this catches Throwable
            } catch (Throwable t) {
                return done(t.getMessage());
            }
        }
        return done("none");
    }

    private static RuntimeException sneaky(Throwable t) {
        return new IllegalStateException(t);
    }
}
