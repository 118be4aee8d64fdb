package dev.weft.differential;

import dev.weft.differential.probe.Recorder;
import dev.weft.differential.probe.Show;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a run.
 *
 * @param trace what it logged, and how it ended
 * @param leaves how many leaves it made
 */
record Outcome(List<String> trace, int leaves) {

    static Outcome returned(Recorder recorder, @Nullable Object value) {
        return ended(recorder, "returned " + Show.show(value));
    }

    static Outcome threw(Recorder recorder, Throwable failure) {
        return ended(recorder, "threw " + Show.show(failure));
    }

    private static Outcome ended(Recorder recorder, String end) {
        List<String> trace = new ArrayList<>(recorder.trace());
        trace.add(end);
        return new Outcome(trace, recorder.leaves());
    }
}
