package dev.weft.explore;

import dev.weft.AsyncEvent;

public final class EventModel extends Model {
    private final AsyncEvent event = new AsyncEvent();
    private boolean set;

    private final class Await extends Op {
        @Override
        public Object start(Walker walker) {
            return event.await();
        }

        @Override
        public Object attempt(Request request) {
            return set ? "null" : WAIT;
        }
    }

    private Object set(boolean value) {
        set = value;
        return "null";
    }

    @Override
    protected Op op(String verb, String argument) {
        return switch (verb) {
            case "await" -> new Await();
            case "set" ->
                    Op.of(
                            w -> {
                                event.set();
                                return null;
                            },
                            r -> set(true));
            case "clear" ->
                    Op.of(
                            w -> {
                                event.clear();
                                return null;
                            },
                            r -> set(false));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Override
    protected void compare() {
        same("set", event.isSet(), set);
        same("waiting", event.statistics().waiting(), waiting(Await.class));
    }

    @Override
    protected void finished() {
        same("waiting", event.statistics().waiting(), 0);
    }
}
