package dev.weft.differential;

import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import dev.weft.differential.probe.Recorder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One program on both sides. Every comparison runs both, so that what the program keeps in static
 * fields develops in the same way.
 */
final class Pair {

    /**
     * One comparison.
     *
     * @param failing number of the leaf that fails, 0 for none
     */
    record Run(LeafMode mode, long seed, int failing, FailureKind kind) {}

    /**
     * What differs.
     *
     * @param expected on the twin
     * @param actual woven
     */
    record Difference(Run run, Outcome expected, Outcome actual) {
        @Override
        public String toString() {
            int same = 0;
            var one = expected.trace();
            var other = actual.trace();
            while (same < one.size()
                    && same < other.size()
                    && one.get(same).equals(other.get(same))) same++;
            return run
                    + "\n  the first "
                    + same
                    + " entries are the same, then\n  expected "
                    + one.subList(same, Math.min(one.size(), same + 5))
                    + "\n  but was  "
                    + other.subList(same, Math.min(other.size(), same + 5));
        }
    }

    private ProgramLoader twin;
    private ProgramLoader woven;
    private final WovenSide side;
    private final String className;
    private final String method;
    private int leaves;

    Pair(ProgramLoader twin, ProgramLoader woven, WovenSide side, String className, String method) {
        this.twin = twin;
        this.woven = woven;
        this.side = side;
        this.className = className;
        this.method = method;
    }

    static Pair of(
            Map<String, byte[]> twin,
            Map<String, byte[]> woven,
            WovenSide side,
            String className,
            String method) {
        return new Pair(new ProgramLoader(twin), new ProgramLoader(woven), side, className, method);
    }

    /** Compares; null if there is no difference. */
    @Nullable Difference compare(Run run) {
        TwinSide twinSide = new TwinSide();
        Outcome expected =
                twinSide.run(
                        new Program(twin, className, method), new Recorder(run.failing, run.kind));
        leaves = expected.leaves();
        Outcome actual =
                side.with(run.mode, run.seed)
                        .run(
                                new Program(woven, className, method),
                                new Recorder(run.failing, run.kind));
        if (twinSide.hasAbandoned()) renew();
        return expected.equals(actual) ? null : new Difference(run, expected, actual);
    }

    /** Starts anew on both sides: what ended behind a run may have changed static fields. */
    private void renew() {
        twin = twin.renewed();
        woven = woven.renewed();
    }

    /** How many leaves the last run made. */
    int leaves() {
        return leaves;
    }
}
