package dev.weft.benchmarks;

/**
 * What a waiting task cost.
 *
 * @param waiting how it waited
 * @param tasks with how many others
 * @param peer whose task
 * @param nanos to start it
 * @param bytes of heap while it waited
 * @param seconds from the moment at which all were to wake to the end of the last, NaN where none
 *     slept
 */
record CrowdResult(
        Waiting waiting, int tasks, Peer peer, double nanos, double bytes, double seconds) {}
