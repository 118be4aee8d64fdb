package dev.weft.benchmarks.kotlin

import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.yield

internal suspend fun timeouts(times: Int): Int {
    var sum = 0
    repeat(times) {
        withTimeout(1.hours) {
            yield()
            sum++
        }
    }
    return sum
}
