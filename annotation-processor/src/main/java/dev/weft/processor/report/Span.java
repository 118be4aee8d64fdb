package dev.weft.processor.report;

/**
 * A piece of a source and what it is.
 *
 * @param from offset of its first character
 * @param to offset behind its last character
 * @param style the name of its style
 */
record Span(int from, int to, String style) {}
