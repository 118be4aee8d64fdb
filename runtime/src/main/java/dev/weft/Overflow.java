package dev.weft;

/** What a channel does with an item for which its buffer has no room. */
public enum Overflow {
    /** The sender waits until there is room. */
    WAIT,

    /** The oldest item in the buffer is thrown away; sending never waits. */
    DROP_OLDEST,

    /** The item that is being sent is thrown away; sending never waits. */
    DROP_NEWEST
}
