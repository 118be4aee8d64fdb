package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests that are async themselves. */
class AsyncTestsTest {
    record User(int id, String name) {}

    @Async
    static Coroutine<User> fetchUser(int id) {
        await(sleep(Duration.ofMillis(1)));
        if (id <= 0) {
            throw new IllegalArgumentException("Invalid user ID: " + id);
        }
        return done(new User(id, "User " + id));
    }

    @Test
    @Async
    @DisplayName("002-41: a test awaits")
    void fetchesUser() {
        assertThat(await(fetchUser(1))).isEqualTo(new User(1, "User 1"));
    }

    @Test
    @Async
    @DisplayName("002-42: a test expects a failure")
    void refusesInvalidId() {
        try {
            await(fetchUser(-1));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("Invalid user ID");
            return;
        }
        fail("no failure");
    }

    @Test
    @Async
    @DisplayName("002-43: a test does several things at the same time")
    void fetchesUsersTogether() {
        List<User> users = await(gather(List.of(fetchUser(1), fetchUser(2), fetchUser(3))));
        assertThat(users).extracting(User::id).containsExactly(1, 2, 3);
    }
}
