package dev.weft.benchmarks.kotlin

import dev.weft.benchmarks.Resource

private suspend fun Resource.closeAsync() = close()

internal suspend fun closed(times: Int): Int {
    val resource = Resource()
    repeat(times) {
        try {
            resource.use()
        } finally {
            resource.closeAsync()
        }
    }
    return resource.uses()
}
