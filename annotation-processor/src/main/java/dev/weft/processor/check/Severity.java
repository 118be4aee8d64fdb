package dev.weft.processor.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much is made of what a check finds. */
public enum Severity {
    OFF,
    WARN,
    ERROR;

    /** What an option calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Severity> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }

    /** All of them as the end of a sentence. */
    static String inWords() {
        return Arrays.stream(values())
                .map(Severity::word)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=\\w+$)", " or ");
    }
}
