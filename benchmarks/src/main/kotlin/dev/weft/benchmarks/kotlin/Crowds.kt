package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Census
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine
import kotlin.time.Duration.Companion.nanoseconds
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

private const val DEPTH = 10

internal fun asleep(tasks: Int, census: Census) = runBlocking {
    coroutineScope {
        repeat(tasks) { launch { delay(census.nanosUntilWake().nanoseconds) } }
        yield()
        census.settled()
    }
}

internal fun parked(tasks: Int, census: Census) = runBlocking {
    val gate = CompletableDeferred<Int>()
    coroutineScope {
        repeat(tasks) { launch { nested(DEPTH, gate) } }
        yield()
        census.settled()
        gate.complete(1)
    }
}

private suspend fun nested(depth: Int, gate: CompletableDeferred<Int>): Int =
    if (depth > 1) nested(depth - 1, gate) + 1 else gate.await()

/** Without kotlinx.coroutines: no job, nothing to cancel, resumed by hand. */
internal fun bare(tasks: Int, census: Census) {
    val gate = ArrayList<Continuation<Int>>(tasks)
    val completion = Continuation<Int>(EmptyCoroutineContext) { it.getOrThrow() }
    val body: suspend () -> Int = { bareNested(DEPTH, gate) }
    repeat(tasks) { body.startCoroutine(completion) }
    census.settled()
    gate.forEach { it.resume(1) }
}

private suspend fun bareNested(depth: Int, gate: MutableList<Continuation<Int>>): Int =
    if (depth > 1) bareNested(depth - 1, gate) + 1 else suspendCoroutine { gate.add(it) }
