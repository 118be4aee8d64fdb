package dev.weft.processor.report;

/**
 * Where an async method or lambda stands in its source.
 *
 * @param name the method's name, empty for a lambda
 * @param from offset of its first character
 * @param to offset behind its last one
 */
record Region(String name, int from, int to) {

    boolean isLambda() {
        return name.isEmpty();
    }
}
