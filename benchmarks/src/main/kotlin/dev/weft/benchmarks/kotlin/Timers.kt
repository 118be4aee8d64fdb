package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Deadlines
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
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

internal fun replaced(pending: Int, times: Int): Long = runBlocking {
    val deadlines = Deadlines()
    val timers = Array(pending) { timer(deadlines) }
    var made = pending.toLong()
    while (made < pending.toLong() * times) {
        val i = deadlines.below(pending)
        timers[i].cancel()
        timers[i] = timer(deadlines)
        made++
        if (made % Deadlines.IN_A_ROW == 0L) yield()
    }
    timers.forEach { it.cancel() }
    made
}

/** Kotlin has no timer without a coroutine; undispatched, its delay begins at once. */
private fun CoroutineScope.timer(deadlines: Deadlines): Job =
    launch(start = UNDISPATCHED) { delay(deadlines.millis().milliseconds) }
