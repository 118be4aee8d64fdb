package dev.weft.processor.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the user has set for the checks.
 *
 * @param severities those that differ from their presets
 */
public record CheckOptions(Map<Check, Severity> severities) {

    /** Every check as it comes. */
    public static final CheckOptions PRESET = new CheckOptions(Map.of());

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
        Map<Check, Severity> severities = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            if (options.containsKey(check.option())) {
                read(check, options.get(check.option()), severities, problems);
            }
        }
        return new CheckOptions(severities);
    }

    private static void read(
            Check check, String value, Map<Check, Severity> severities, Consumer<String> problems) {
        String written = "-A" + check.option() + (value == null ? "" : "=" + value);
        Severity severity = value == null ? null : Severity.of(value).orElse(null);
        if (severity == null) {
            problems.accept(Diagnostics.BAD_SEVERITY.text(written, Severity.inWords()));
        } else if (!check.isOptional() && severity != Severity.ERROR) {
            problems.accept(Diagnostics.FIXED_SEVERITY.text(written));
        } else {
            severities.put(check, severity);
        }
    }

    Severity severityOf(Check check) {
        return severities.getOrDefault(check, check.preset());
    }
}
