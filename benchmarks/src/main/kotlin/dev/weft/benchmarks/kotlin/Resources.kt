package dev.weft.benchmarks.kotlin

private class Counter {
    var uses = 0
    var closes = 0

    suspend fun close() {
        closes++
    }
}

internal suspend fun closed(times: Int): Int {
    val counter = Counter()
    repeat(times) {
        try {
            counter.uses++
        } finally {
            counter.close()
        }
    }
    return minOf(counter.uses, counter.closes)
}
