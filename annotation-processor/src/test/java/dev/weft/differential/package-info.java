/**
 * Programs that run twice: woven, and on a blocking twin of Weft in which nothing is woven. Both
 * must log the same side effects in the same order and end in the same way.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.differential;
