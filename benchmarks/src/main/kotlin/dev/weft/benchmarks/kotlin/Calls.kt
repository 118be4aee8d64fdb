package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Computation
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

internal suspend fun exceptions(times: Int, depth: Int): Int {
    var caught = 0
    repeat(times) {
        try {
            failing(depth)
        } catch (e: IllegalStateException) {
            caught++
        }
    }
    return caught
}

private suspend fun failing(depth: Int): Int {
    if (depth > 1) return failing(depth - 1) + 1
    yield()
    throw IllegalStateException("thrown through awaits")
}

internal suspend fun hotLoop(times: Int): Int {
    val data = Computation.data()
    var hash = 0
    for (i in 0 until times) {
        hash = 31 * hash + data[i and data.size - 1]
        if (i and Computation.SELDOM == 0) yield()
    }
    return Computation.checked(hash, times)
}
