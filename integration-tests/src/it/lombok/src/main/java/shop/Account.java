package shop;

import static dev.weft.Weft.*;

import dev.weft.*;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lombok.Builder;
import lombok.Cleanup;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.Value;
import lombok.val;

/** Async methods in the midst of what Lombok generates. */
@Getter
@RequiredArgsConstructor
public class Account {

    private final String owner;
    private final List<Entry> entries = new ArrayList<>();
    private int balance;
    private int closed;

    @Value
    @Builder
    static class Receipt {
        String owner;
        int amount;

        @Async
        Coroutine<String> text() {
            await(yieldNow());
            return done(getOwner() + " " + amount);
        }
    }

    @Async
    public Coroutine<Receipt> deposit(@NonNull Integer amount) {
        val before = balance;
        await(yieldNow());
        val after = before + amount;
        val entry = Entry.of(await(later(before)), after);
        entries.add(entry);
        balance = entry.after();
        return done(Receipt.builder().owner(owner).amount(await(later(amount))).build());
    }

    @Async
    private static <T> Coroutine<T> later(T value) {
        await(yieldNow());
        return done(value);
    }

    @Async
    @SneakyThrows
    public Coroutine<Integer> withdraw(int amount) {
        val left = await(later(balance)) - amount;
        if (left < 0) throw new IOException("short of " + -left);
        balance = left;
        return done(left);
    }

    @Async
    public Coroutine<Integer> use() throws Exception {
        @Cleanup AutoCloseable closing = () -> closed++;
        val open = await(later(closed));
        return done(open);
    }
}
