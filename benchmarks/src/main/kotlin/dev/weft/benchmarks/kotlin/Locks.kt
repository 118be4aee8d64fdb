package dev.weft.benchmarks.kotlin

import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.yield

internal suspend fun handedOver(times: Int): Int = coroutineScope {
    val lock = Mutex()
    val other = async { holds(times / 2, lock) }
    holds(times / 2, lock) + other.await()
}

private suspend fun holds(times: Int, lock: Mutex): Int {
    var sum = 0
    repeat(times) {
        lock.withLock {
            yield()
            sum++
        }
    }
    return sum
}
