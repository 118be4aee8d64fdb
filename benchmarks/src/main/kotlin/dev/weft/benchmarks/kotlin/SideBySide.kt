package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Program
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** What one of the coroutines does: some times, and it gives how often it was done. */
internal typealias Body = suspend (times: Int) -> Int

/** Runs a body in some coroutines on `runBlocking`'s loop. */
internal class SideBySide(private val body: Body) : Program {

    override fun run(tasks: Int, times: Int): Long = runBlocking {
        var sum = 0L
        coroutineScope {
            repeat(tasks) {
                launch {
                    val count = body(times)
                    sum += count
                }
            }
        }
        sum
    }
}
