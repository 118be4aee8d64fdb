package dev.weft.benchmarks.kotlin

import kotlinx.coroutines.yield

internal suspend fun chains(times: Int, depth: Int, suspends: Boolean): Int {
    var calls = 0
    repeat(times) { calls += nested(depth, suspends) }
    return calls / depth
}

private suspend fun nested(depth: Int, suspends: Boolean): Int {
    if (depth > 1) return nested(depth - 1, suspends) + 1
    if (suspends) yield()
    return 1
}
