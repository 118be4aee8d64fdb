/**
 * The driver under an event loop: callbacks, timers, readiness and the clock. It knows no task.
 *
 * <p>Read {@link dev.weft.loop.Callback} first, then {@link dev.weft.loop.Driver}, what a loop asks
 * of the thing that turns it, and {@link dev.weft.loop.NioLoop}, the one that the JDK is enough
 * for.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.loop;
