package dev.weft.benchmarks.kotlin

import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope

internal suspend fun created(times: Int): Int = coroutineScope {
    var sum = 0
    repeat(times) { sum += async { 1 }.await() }
    sum
}
