package dev.weft.differential;

import dev.weft.differential.probe.Recorder;
import dev.weft.differential.probe.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a run.
 *
 * @param trace what it logged, and how it ended
 * @param leaves how many leaves it made
 */
record Outcome(List<String> trace, int leaves) {

    private static final Pattern GENERATOR =
            Pattern.compile("generator [\\w.$]+\\.(\\w+?)(\\$[\\w$]+)? ");

    static Outcome returned(Recorder recorder, @Nullable Object value) {
        return ended(recorder, "returned " + Show.show(value));
    }

    static Outcome threw(Recorder recorder, Throwable failure) {
        return ended(recorder, "threw " + Show.show(failure));
    }

    private static Outcome ended(Recorder recorder, String end) {
        List<String> trace = new ArrayList<>();
        recorder.trace().forEach(entry -> trace.add(withoutNumbers(entry)));
        trace.add(withoutNumbers(end));
        return new Outcome(trace, recorder.leaves());
    }

    /**
     * Compilers number lambdas and anonymous classes as they like, and messages name generators.
     */
    private static String withoutNumbers(String entry) {
        return entry.contains("generator ")
                ? GENERATOR.matcher(entry).replaceAll("generator $1 ")
                : entry;
    }
}
