package shop

import java.io.IOException
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class TillTest {

    @Test
    fun coroutineIsRun() = assertEquals(8, Till().total("tea", "bread"))

    @Test
    fun coroutinesAreGathered() = assertEquals(listOf(3, 5), Till().totals("tea", "bread"))

    @Test
    fun futureIsWaitedFor() = assertEquals("tea=3", Till().label("tea"))

    @Test
    fun generatorIsIterated() = assertEquals(listOf("TEA 3", "BREAD 5"), Till().priced("tea", "bread"))

    @Test
    fun failureIsThrown() {
        val failure = assertThrows(IOException::class.java) { Till().total("tea", "nothing") }
        assertEquals("no price for nothing", failure.message)
    }
}
