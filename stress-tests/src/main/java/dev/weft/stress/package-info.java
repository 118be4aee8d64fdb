/**
 * What two threads do to a loop at the same time. Each class is one race: its outcomes say all that
 * may come of it, and any other fails the build. One actor runs the loop or stands for the thread
 * that does; a loop that misses a wake-up is ended by {@link dev.weft.stress.Loops#PATIENCE}, which
 * is no outcome that is allowed.
 */
package dev.weft.stress;
