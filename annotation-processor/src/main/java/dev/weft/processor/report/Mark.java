package dev.weft.processor.report;

import dev.weft.weaver.MethodFacts.Kind;

/**
 * A place in a source where something waits, as javac sees it.
 *
 * @param kind what waits there
 * @param from where the word begins that says so: {@code await}, or a resource's declaration
 * @param to where that word ends
 * @param end where the whole expression ends: what ends first is done first
 * @param type the type of what is awaited, iterated, closed or emitted
 * @param target the method whose call is awaited, empty if it is something else
 */
record Mark(Kind kind, int from, int to, int end, String type, Target target) {

    /**
     * An async method.
     *
     * @param page the page of its source, as from the folder of the report
     * @param method its name, empty if there is none
     */
    record Target(String page, String method) {

        static final Target NONE = new Target("", "");
    }
}
