package shop;

import static dev.weft.Weft.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.weft.*;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CartTest {

    private static int finished;

    /** A test whose body never ran to its end would be a green one otherwise. */
    @AfterAll
    static void everyTestRanToItsEnd() {
        assertEquals(5, finished);
    }

    @Test
    @Async
    void totalOfPrices() throws IOException {
        int total = await(new Cart(List.of(1, 2, 3)).total());
        assertEquals(6, total);
        finished++;
    }

    @Test
    @Async
    void failureOfOnePrice() throws IOException {
        var cart = new Cart(List.of(1, -2));
        try {
            await(cart.total());
        } catch (IOException e) {
            assertEquals("no price for 1", e.getMessage());
            await(yieldNow());
            finished++;
        }
    }

    @Test
    @Async
    void labelOfAName() throws IOException {
        var name = new CompletableFuture<String>();
        var label = new Cart(List.of(4)).label(name);
        await(yieldNow());
        assertFalse(label.isDone());
        name.complete("tea");
        assertEquals("tea=4", await(label));
        finished++;
    }

    @Test
    void parameterNames() throws ReflectiveOperationException {
        var label = Cart.class.getMethod("label", CompletableFuture.class);
        assertEquals("name", label.getParameters()[0].getName());
        finished++;
    }

    @Test
    @Async
    void awaitingMethodsInAStackTrace() {
        try {
            await(new Cart(List.of(-1)).total());
        } catch (IOException e) {
            var methods = new ArrayList<String>();
            for (var frame : e.getStackTrace()) {
                if (frame.getClassName().startsWith("shop.")) methods.add(frame.getMethodName());
                assertFalse(frame.getClassName().startsWith("shop.") && frame.getLineNumber() > 0);
            }
            assertEquals(List.of("price", "total", "awaitingMethodsInAStackTrace"), methods);
            finished++;
        }
    }
}
