package shop;

import static dev.weft.Weft.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.weft.*;
import java.io.IOException;
import lombok.val;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static int finished;

    @AfterAll
    static void everyTestRanToItsEnd() {
        assertEquals(5, finished);
    }

    @Test
    @Async
    void deposit() {
        val account = new Account("Ann");
        await(account.deposit(2));
        val receipt = await(account.deposit(5));
        assertEquals("Ann 5", await(receipt.text()));
        assertEquals(7, account.getBalance());
        assertEquals(5, await(account.getEntries().get(1).change()));
        finished++;
    }

    @Test
    @Async
    void nullCheckThatLombokWrites() {
        Integer nothing = null;
        try {
            await(new Account("Ann").deposit(nothing));
        } catch (NullPointerException e) {
            assertEquals("amount is marked non-null but is null", e.getMessage());
            finished++;
        }
    }

    @Test
    @Async
    void sneakilyThrown() {
        val account = new Account("Ann");
        try {
            await(account.withdraw(3));
        } catch (Exception e) {
            assertEquals(IOException.class, e.getClass());
            assertEquals("short of 3", e.getMessage());
            finished++;
        }
    }

    @Test
    @Async
    void withdrawal() {
        val account = new Account("Ann");
        await(account.deposit(4));
        assertEquals(1, await(account.withdraw(3)));
        finished++;
    }

    @Test
    @Async
    void cleanupBehindAnAwait() throws Exception {
        val account = new Account("Ann");
        assertEquals(0, await(account.use()));
        assertEquals(1, account.getClosed());
        finished++;
    }
}
