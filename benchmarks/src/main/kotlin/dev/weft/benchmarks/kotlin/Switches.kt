package dev.weft.benchmarks.kotlin

import kotlinx.coroutines.yield

internal suspend fun yields(times: Int): Int {
    repeat(times) { yield() }
    return times
}
