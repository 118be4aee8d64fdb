/** Writes state machines as source text. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject.print;
