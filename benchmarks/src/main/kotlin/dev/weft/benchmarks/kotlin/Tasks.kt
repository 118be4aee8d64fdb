package dev.weft.benchmarks.kotlin

import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.yield

internal suspend fun created(times: Int): Int = coroutineScope {
    var sum = 0
    repeat(times) { sum += async { 1 }.await() }
    sum
}

internal suspend fun gathered(times: Int, children: Int): Int = coroutineScope {
    var sum = 0
    repeat(times) { sum += List(children) { async { 1 } }.awaitAll().sum() }
    sum / children
}

internal suspend fun cancelled(times: Int): Int = coroutineScope {
    var sum = 0
    repeat(times) {
        val job = launch { delay(1.hours) }
        yield()
        job.cancel()
        job.join()
        if (job.isCancelled) sum++
    }
    sum
}
