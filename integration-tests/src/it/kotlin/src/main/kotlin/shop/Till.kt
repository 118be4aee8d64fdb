package shop

import dev.weft.Coroutine
import dev.weft.Weft
import java.io.IOException
import java.util.concurrent.CompletableFuture

/** Calls async methods, and is called by them. */
class Till : Cart.Prices {

    private val cart = Cart(this)

    override fun of(what: String): Coroutine<Int> =
        if (what == "nothing") throw IOException("no price for nothing") else Weft.done(what.length)

    fun total(vararg goods: String): Int = Weft.run(cart.total(goods.toList()))

    fun totals(vararg goods: String): List<Int> =
        Weft.run(Weft.gather(goods.map { cart.total(listOf(it)) }))

    fun label(name: String): String =
        CompletableFuture<String>().let {
            val label = cart.label(it)
            check(!label.isDone)
            it.complete(name)
            label.get()
        }

    fun priced(vararg goods: String): List<String> =
        Weft.run(cart.priced(goods.toList()).map { it.uppercase() }.toList())
}
