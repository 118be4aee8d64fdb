/**
 * Turns an async method into a body that is ready to be planned: the frame is its last parameter,
 * each await a call that may suspend.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.prepare;
