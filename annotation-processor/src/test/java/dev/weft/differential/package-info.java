/**
 * Programs that run twice: woven, and on a blocking twin of Weft in which nothing is woven. Both
 * must log the same side effects in the same order and end in the same way.
 *
 * <p>The twin's coroutines have run when they are made. Its generators run on threads of their own,
 * one thread at a time; its loops over {@code each} and the blocks of its scopes are written out in
 * the source as try statements. What a twin cannot show is expected by hand.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.differential;
