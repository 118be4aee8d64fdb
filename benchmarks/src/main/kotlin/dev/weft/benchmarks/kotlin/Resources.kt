package dev.weft.benchmarks.kotlin

private class Counter {
    var closes = 0

    suspend fun close() {
        closes++
    }
}

internal suspend fun closed(times: Int): Int {
    val counter = Counter()
    repeat(times) {
        try {
            counter.closes--
        } finally {
            counter.close()
        }
    }
    return counter.closes
}
