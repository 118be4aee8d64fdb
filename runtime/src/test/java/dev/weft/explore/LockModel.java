package dev.weft.explore;

import dev.weft.AbandonedLockException;
import dev.weft.AsyncCondition;
import dev.weft.AsyncLock;
import dev.weft.Permit;

/** A lock, and a condition of it. */
public final class LockModel extends Model {
    private final AsyncLock lock = new AsyncLock();
    private final AsyncCondition condition = new AsyncCondition(lock);

    private static final String ABANDONED = AbandonedLockException.class.getSimpleName();

    private Walker owner;

    private final class Acquire extends Op {
        @Override
        public Object start(Walker walker) {
            return lock.acquire();
        }

        @Override
        public Object attempt(Request request) {
            if (owner == request.walker) {
                return "IllegalStateException";
            }
            if (owner != null) {
                return owner.done ? ABANDONED : WAIT;
            }
            owner = request.walker;
            return "permit";
        }
    }

    private final class Await extends Op {
        @Override
        public Object start(Walker walker) {
            return condition.await();
        }

        @Override
        public Object attempt(Request request) {
            if (request.signalled) {
                if (owner != null && !owner.done) {
                    return WAIT;
                }
                if (owner == null) {
                    owner = request.walker;
                } else if (!request.gaveUp) {
                    return ABANDONED;
                }
                return request.gaveUp ? Request.INTERRUPTED : "null";
            }
            if (!request.started) {
                if (owner != request.walker) {
                    return "IllegalStateException";
                }
                request.started = true;
                owner = null;
            }
            return WAIT;
        }

        @Override
        public boolean interrupt(Request request) {
            if (request.signalled && !request.gaveUp) {
                return false;
            }
            if (!request.gaveUp) {
                request.gaveUp = true;
                turn(request);
            }
            return true;
        }
    }

    /** From now on it waits for the lock, behind all others. */
    private void turn(Request request) {
        request.signalled = true;
        world.waiting.remove(request);
        world.waiting.add(request);
    }

    private Object signal(Walker walker, int count) {
        if (owner != walker) {
            return "IllegalStateException";
        }
        world.waiting.stream()
                .filter(r -> r.alternative(this, Await.class) != null && !r.signalled)
                .limit(count)
                .toList()
                .forEach(this::turn);
        return "null";
    }

    private Object release(Walker walker) {
        if (owner != walker) {
            return "null";
        }
        owner = null;
        return "null";
    }

    private Object tryAcquire(Walker walker) {
        if (owner != null) {
            return "null";
        }
        owner = walker;
        return "permit";
    }

    @Override
    protected Op op(String verb, String argument) {
        return switch (verb) {
            case "acquire" -> new Acquire();
            case "await" -> new Await();
            case "tryAcquire" -> Op.of(w -> lock.tryAcquire(), r -> tryAcquire(r.walker));
            case "release" -> Op.of(LockModel::close, r -> release(r.walker));
            case "signal" ->
                    Op.of(
                            w -> {
                                condition.signal();
                                return null;
                            },
                            r -> signal(r.walker, 1));
            case "signalAll" ->
                    Op.of(
                            w -> {
                                condition.signalAll();
                                return null;
                            },
                            r -> signal(r.walker, Integer.MAX_VALUE));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    /** Closes what a task holds, if anything. */
    static Object close(Walker walker) {
        Permit permit = walker.permits.poll();
        if (permit != null) {
            permit.close();
            permit.close();
        }
        return null;
    }

    @Override
    protected void compare() {
        long forSignal =
                world.waiting.stream()
                        .filter(r -> r.alternative(this, Await.class) != null && !r.signalled)
                        .count();
        same("locked", lock.locked(), owner != null);
        same("waiting for a signal", (long) condition.statistics().waiting(), forSignal);
        same(
                "waiting for the lock",
                (long) lock.statistics().waiting(),
                waiting(Acquire.class) + waiting(Await.class) - forSignal);
    }

    @Override
    protected void finished() {
        same("locked", lock.locked(), false);
        same("waiting", lock.statistics().waiting() + condition.statistics().waiting(), 0);
    }
}
