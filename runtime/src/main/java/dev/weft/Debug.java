package dev.weft;

/** Whether the program runs with {@code -Dweft.debug=true}. */
final class Debug {
    static final boolean ENABLED = Boolean.getBoolean("weft.debug");

    private Debug() {}
}
