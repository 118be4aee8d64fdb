package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Program
import dev.weft.benchmarks.Programs
import dev.weft.benchmarks.Workload

/** The workloads in Kotlin's coroutines. */
class KotlinCoroutines : Programs {

    override fun of(workload: Workload): Program? = body(workload)?.let(::SideBySide)

    private fun body(workload: Workload): Body? = when (workload) {
        Workload.YIELD -> ::yields
        Workload.CHAIN_AT_ONCE -> { times -> chains(times, 10, suspends = false) }
        Workload.CHAIN_SUSPENDING -> { times -> chains(times, 10, suspends = true) }
        Workload.CREATE -> ::created
        Workload.RENDEZVOUS -> { times -> pingPong(times, RENDEZVOUS) }
        Workload.PING_PONG -> { times -> pingPong(times, CAPACITY) }
        Workload.PIPE -> ::pipe
        Workload.TIMEOUT -> ::timeouts
    }
}
