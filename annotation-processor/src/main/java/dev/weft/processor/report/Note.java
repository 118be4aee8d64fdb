package dev.weft.processor.report;

/**
 * Something that the checks found.
 *
 * @param id the name of the check
 * @param severity {@code error} or {@code warning}
 * @param from offset of the first character that it is about
 * @param to offset behind the last one
 * @param message what it says
 */
record Note(String id, String severity, int from, int to, String message) {}
