package dev.weft.processor.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the user has set for the checks.
 *
 * @param severities those that differ from their presets
 * @param blocking types and methods that block, beside those that are known to
 */
public record CheckOptions(Map<Check, Severity> severities, List<String> blocking) {

    /** Every check as it comes. */
    public static final CheckOptions PRESET = new CheckOptions(Map.of(), List.of());

    private static final Pattern TYPE_OR_METHOD =
            Pattern.compile("[\\p{L}_$][\\w$]*(\\.[\\p{L}_$][\\w$]*)+(#[\\w$]+\\*?)?");

    /** The options that {@link #of} reads. */
    public static Set<String> names() {
        return Arrays.stream(Check.values()).map(Check::option).collect(Collectors.toSet());
    }

    /**
     * Reads a compilation's options.
     *
     * @param problems is given a message for each that makes no sense
     */
    public static CheckOptions of(Map<String, String> options, Consumer<String> problems) {
        Reading reading = new Reading(new EnumMap<>(Check.class), new ArrayList<>(), problems);
        for (Check check : Check.values()) {
            if (options.containsKey(check.option())) {
                String value = options.get(check.option());
                reading.read(check, value == null ? "" : value);
            }
        }
        return new CheckOptions(reading.severities, reading.blocking);
    }

    Severity severityOf(Check check) {
        return severities.getOrDefault(check, check.preset());
    }

    private record Reading(
            Map<Check, Severity> severities, List<String> blocking, Consumer<String> problems) {

        /** Only the list of what blocks may be followed by more words. */
        void read(Check check, String value) {
            String[] words = check == Check.BLOCKING ? value.split(",", -1) : new String[] {value};
            for (String word : words) {
                if (check == Check.BLOCKING && TYPE_OR_METHOD.matcher(word).matches()) {
                    blocking.add(word);
                } else {
                    readSeverity(check, word, value);
                }
            }
        }

        private void readSeverity(Check check, String word, String value) {
            String written = "-A" + check.option() + (value.isEmpty() ? "" : "=" + value);
            Severity severity = Severity.of(word).orElse(null);
            if (severity == null) {
                problems.accept(
                        check == Check.BLOCKING
                                ? Diagnostics.BAD_BLOCKING.text(written, Severity.inWords())
                                : Diagnostics.BAD_SEVERITY.text(written, Severity.inWords()));
            } else if (!check.isOptional() && severity != Severity.ERROR) {
                problems.accept(Diagnostics.FIXED_SEVERITY.text(written));
            } else {
                severities.put(check, severity);
            }
        }
    }
}
