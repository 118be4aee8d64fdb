package dev.weft.explore;

import dev.weft.AsyncCapacityLimiter;
import java.util.LinkedHashSet;
import java.util.Set;

/** A capacity limiter whose tasks borrow for themselves, and whose total changes. */
public final class LimiterModel extends Model {
    private final AsyncCapacityLimiter limiter;
    private final Set<Walker> borrowers = new LinkedHashSet<>();
    private int total;

    public LimiterModel(int total) {
        this.limiter = new AsyncCapacityLimiter(total);
        this.total = total;
    }

    private final class Acquire extends Op {
        @Override
        public Object start(Walker walker) {
            return limiter.acquire();
        }

        @Override
        public Object attempt(Request request) {
            if (borrowers.contains(request.walker)) {
                return "IllegalStateException";
            }
            if (borrowers.size() >= total) {
                return WAIT;
            }
            borrowers.add(request.walker);
            return "permit";
        }
    }

    private Object total(int number) {
        total = number;
        return "null";
    }

    private Object release(Walker walker) {
        borrowers.remove(walker);
        return "null";
    }

    @Override
    protected Op op(String verb, String argument) {
        return switch (verb) {
            case "acquire" -> new Acquire();
            case "release" -> Op.of(LockModel::close, r -> release(r.walker));
            case "total" -> {
                int number = Integer.parseInt(argument);
                yield Op.of(
                        w -> {
                            limiter.setTotal(number);
                            return null;
                        },
                        r -> total(number));
            }
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Override
    protected void compare() {
        same("borrowed", limiter.borrowed(), borrowers.size());
        same("waiting", limiter.statistics().waiting(), waiting(Acquire.class));
    }

    @Override
    protected void finished() {
        same("borrowed", limiter.borrowed(), 0);
        same("waiting", limiter.statistics().waiting(), 0);
    }
}
