package dev.weft.explore;

import dev.weft.Weft;

/** The time, as one of the alternatives of a select. */
public final class TimeModel extends Model {
    static final class Passes extends Op {
        @Override
        public Object start(Walker walker) {
            return Weft.sleep(Walker.TIMEOUT);
        }

        @Override
        public Object attempt(Request request) {
            return WAIT;
        }
    }

    @Override
    protected Op op(String verb, String argument) {
        return new Passes();
    }

    @Override
    protected void compare() {}
}
