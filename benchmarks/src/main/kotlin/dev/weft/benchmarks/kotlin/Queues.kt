package dev.weft.benchmarks.kotlin

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

internal const val RENDEZVOUS = Channel.RENDEZVOUS
internal const val CAPACITY = 64

internal suspend fun pingPong(times: Int, capacity: Int): Int = coroutineScope {
    val there = Channel<Int>(capacity)
    val back = Channel<Int>(capacity)
    launch { repeat(times) { back.send(there.receive()) } }
    var sum = 0
    repeat(times) {
        there.send(1)
        sum += back.receive()
    }
    sum
}

internal suspend fun pipe(times: Int): Int = coroutineScope {
    val channel = Channel<Int>(CAPACITY)
    launch { repeat(times) { channel.send(1) } }
    var sum = 0
    repeat(times) { sum += channel.receive() }
    sum
}

internal suspend fun fanIn(times: Int, producers: Int): Int = coroutineScope {
    val channel = Channel<Int>(CAPACITY)
    repeat(producers) { launch { repeat(times / producers) { channel.send(1) } } }
    var sum = 0
    repeat(times) { sum += channel.receive() }
    sum
}
