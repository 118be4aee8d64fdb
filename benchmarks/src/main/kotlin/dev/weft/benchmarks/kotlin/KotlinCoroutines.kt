package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Crowd
import dev.weft.benchmarks.Program
import dev.weft.benchmarks.Programs
import dev.weft.benchmarks.Waiting
import dev.weft.benchmarks.Workload

/** The workloads in Kotlin's coroutines. */
class KotlinCoroutines : Programs {

    override fun of(workload: Workload): Program =
        if (workload == Workload.TIMER) Program(::replaced) else SideBySide(body(workload))

    override fun of(waiting: Waiting): Crowd = when (waiting) {
        Waiting.ASLEEP -> Crowd(::asleep)
        Waiting.PARKED -> Crowd(::parked)
        Waiting.BARE -> Crowd(::bare)
    }

    private fun body(workload: Workload): Body = when (workload) {
        Workload.YIELD -> ::yields
        Workload.CHAIN_AT_ONCE -> { times -> chains(times, 10, suspends = false) }
        Workload.CHAIN_SUSPENDING -> { times -> chains(times, 10, suspends = true) }
        Workload.DEEP_AT_ONCE -> { times -> chains(times, 100, suspends = false) }
        Workload.DEEP_SUSPENDING -> { times -> chains(times, 100, suspends = true) }
        Workload.EXCEPTION -> { times -> exceptions(times, 10) }
        Workload.HOT_LOOP -> ::hotLoop
        Workload.CREATE -> ::created
        Workload.GATHER -> { times -> gathered(times, 1_000) }
        Workload.CANCEL -> ::cancelled
        Workload.RENDEZVOUS -> { times -> pingPong(times, RENDEZVOUS) }
        Workload.PING_PONG -> { times -> pingPong(times, CAPACITY) }
        Workload.PIPE -> ::pipe
        Workload.FAN_IN -> { times -> fanIn(times, 10) }
        Workload.LOCK -> ::handedOver
        Workload.GENERATOR -> ::elements
        Workload.RESOURCE -> ::closed
        Workload.PIPELINE -> ::pipeline
        Workload.TIMEOUT -> ::timeouts
        Workload.TIMER -> throw IllegalArgumentException("is not done side by side")
        Workload.CALL_THREADSAFE -> ::calls
        Workload.COMPLETION -> ::completions
    }
}
