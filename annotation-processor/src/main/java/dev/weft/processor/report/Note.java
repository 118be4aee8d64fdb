package dev.weft.processor.report;

import dev.weft.processor.check.Severity;

/**
 * Something that the checks or the weaver found fault with.
 *
 * @param id the name of the check, empty for the weaver
 * @param severity off where somebody has silenced it
 * @param from offset of the first character that it is about
 * @param to offset behind the last one
 * @param message what it says
 */
record Note(String id, Severity severity, int from, int to, String message) {

    boolean isSilenced() {
        return severity == Severity.OFF;
    }
}
