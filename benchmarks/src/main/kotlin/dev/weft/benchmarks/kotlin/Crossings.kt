package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.OtherThreads
import kotlin.coroutines.ContinuationInterceptor
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.coroutineContext
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineDispatcher

internal suspend fun calls(times: Int): Int {
    val loop = coroutineContext[ContinuationInterceptor] as CoroutineDispatcher
    val all = CompletableDeferred<Int>()
    var called = 0
    val call = Runnable { if (++called == times) all.complete(times) }
    OtherThreads.two { repeat(times / 2) { loop.dispatch(EmptyCoroutineContext, call) } }
    return all.await()
}

internal suspend fun completions(times: Int): Int {
    var sum = 0
    repeat(times) {
        val deferred = CompletableDeferred<Int>()
        OtherThreads.execute { deferred.complete(1) }
        sum += deferred.await()
    }
    return sum
}
