package shop;

import static dev.weft.Weft.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.weft.*;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StockTest {

    private static int finished;

    /** A test whose body never ran to its end would be a green one otherwise. */
    @AfterAll
    static void everyTestRanToItsEnd() {
        assertEquals(2, finished);
    }

    @Test
    @Async
    void firstOfSomeGoods() {
        var stock = new Stock(List.of("milk", "tea", "tin"));
        assertEquals("tea", await(stock.first("t")));
        assertFalse(stock.isOpen());
        finished++;
    }

    @Test
    @Async
    void firstsOfSeveral() {
        var all = List.of(new Stock(List.of("tea")), new Stock(List.of("milk", "tin")));
        assertEquals(List.of("tea", "tin"), await(Stock.firsts(all, "t")));
        finished++;
    }
}
