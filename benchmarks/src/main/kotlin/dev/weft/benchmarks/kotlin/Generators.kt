package dev.weft.benchmarks.kotlin

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.takeWhile

private fun ones(times: Int): Flow<Int> = flow { repeat(times) { emit(1) } }

internal suspend fun elements(times: Int): Int {
    var sum = 0
    ones(times).collect { sum += it }
    return sum
}

internal suspend fun pipeline(times: Int): Int {
    var sum = 0
    ones(times)
        .map { it + 1 }
        .filter { it > 1 }
        .map { it - 1 }
        .takeWhile { it > 0 }
        .take(times)
        .collect { sum += it }
    return sum
}
