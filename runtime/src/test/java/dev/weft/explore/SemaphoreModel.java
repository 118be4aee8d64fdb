package dev.weft.explore;

import dev.weft.AsyncBoundedSemaphore;
import dev.weft.AsyncSemaphore;
import java.util.HashMap;
import java.util.Map;

/** A bounded semaphore: that none of its permits comes back twice is looked at by itself. */
public final class SemaphoreModel extends Model {
    private final AsyncSemaphore semaphore;
    private final int permits;
    private final Map<Walker, Integer> held = new HashMap<>();
    private int available;

    public SemaphoreModel(int permits) {
        this.semaphore = new AsyncBoundedSemaphore(permits);
        this.permits = permits;
        this.available = permits;
    }

    private final class Acquire extends Op {
        @Override
        public Object start(Walker walker) {
            return semaphore.acquire();
        }

        @Override
        public Object attempt(Request request) {
            return available > 0 ? take(request.walker) : WAIT;
        }
    }

    private Object take(Walker walker) {
        available--;
        held.merge(walker, 1, Integer::sum);
        return "permit";
    }

    private Object release(Walker walker) {
        if (held.getOrDefault(walker, 0) > 0) {
            held.merge(walker, -1, Integer::sum);
            available++;
        }
        return "null";
    }

    @Override
    protected Op op(String verb, String argument) {
        return switch (verb) {
            case "acquire" -> new Acquire();
            case "tryAcquire" ->
                    Op.of(
                            w -> semaphore.tryAcquire(),
                            r -> available > 0 ? take(r.walker) : "null");
            case "release" -> Op.of(LockModel::close, r -> release(r.walker));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Override
    protected void compare() {
        same("available", semaphore.statistics().available(), available);
        same("waiting", semaphore.statistics().waiting(), waiting(Acquire.class));
    }

    @Override
    protected void finished() {
        same("available", semaphore.statistics().available(), permits);
        same("waiting", semaphore.statistics().waiting(), 0);
    }
}
