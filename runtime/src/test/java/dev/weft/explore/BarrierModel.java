package dev.weft.explore;

import dev.weft.AsyncBarrier;
import java.util.List;

public final class BarrierModel extends Model {
    private final AsyncBarrier barrier;
    private final int parties;
    private boolean broken;

    public BarrierModel(int parties) {
        this.barrier = new AsyncBarrier(parties);
        this.parties = parties;
    }

    private final class Await extends Op {
        @Override
        public Object start(Walker walker) {
            return barrier.await();
        }

        @Override
        public Object attempt(Request request) {
            if (broken) {
                return "AsyncBrokenBarrierException";
            }
            List<Request> here = here();
            if (here.size() < parties) {
                return WAIT;
            }
            for (Request one : here) {
                if (one != request) {
                    one.end(one.alternative(BarrierModel.this, Await.class), here.indexOf(one));
                }
            }
            return here.indexOf(request);
        }
    }

    private List<Request> here() {
        return world.waiting.stream()
                .filter(r -> r.alternative(this, Await.class) != null)
                .toList();
    }

    private Object end(boolean broken) {
        this.broken = broken;
        here().forEach(r -> r.end(r.alternative(this, Await.class), "AsyncBrokenBarrierException"));
        return "null";
    }

    @Override
    protected Op op(String verb, String argument) {
        return switch (verb) {
            case "await" -> new Await();
            case "reset" ->
                    Op.of(
                            w -> {
                                barrier.reset();
                                return null;
                            },
                            r -> end(false));
            case "abort" ->
                    Op.of(
                            w -> {
                                barrier.abort();
                                return null;
                            },
                            r -> end(true));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Override
    protected void compare() {
        same("broken", barrier.broken(), broken);
        same("waiting", barrier.waiting(), waiting(Await.class));
    }

    @Override
    protected void finished() {
        same("waiting", barrier.waiting(), 0);
    }
}
