package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoroutinesTest {
    @Test
    @DisplayName("001-01, 001-02, 000-07: one after the other takes the sum, together the longest")
    void twoFetches() throws Exception {
        Ran ran = Ran.program(TwoFetches::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Fetching 1
                        Fetched 1
                        Fetching 2
                        Fetched 2
                        [Data 1, Data 2] in 4.0 s
                        Fetching 1
                        Fetching 2
                        Fetched 1
                        Fetched 2
                        [Data 1, Data 2] in 2.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    @DisplayName("001-03: a coroutine waits and returns")
    void greeting() throws Exception {
        Ran ran = Ran.program(Greeting::main);
        assertThat(ran.output()).isEqualTo("Hello, Alice!\n");
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("001-04, 002-15: finished in order of time, results in order of arguments")
    void threeTasks() throws Exception {
        Ran ran = Ran.program(ThreeTasks::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Task 1 starts
                        Task 2 starts
                        Task 3 starts
                        Task 2 ends
                        Task 1 ends
                        Task 3 ends
                        [Result 1, Result 2, Result 3] in 3.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("001-05, 000-12: requests over one client, results in order")
    void fetchUrls() throws Exception {
        Ran ran = Ran.program(FetchUrls::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Fetched 3 URLs
                        This is /users
                        This is /posts
                        This is /todos
                        """);
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("001-07: async methods of an object")
    void apiClient() throws Exception {
        Ran ran = Ran.program(ApiClient::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Data from https://api.example.com/users
                        Data from https://api.example.com/posts
                        Data from https://api.example.com/comments
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("000-11: a value of one's own type")
    void fetchData() throws Exception {
        Ran ran = Ran.program(FetchData::main);
        assertThat(ran.output()).isEqualTo("Answer[url=https://api.example.com, data=Some data]\n");
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("000-15, 000-16: each result keeps its type")
    void mixedResults() throws Exception {
        Ran ran = Ran.program(MixedResults::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        sequential: A done, 42 in 3.0 s
                        concurrent: A done, 42 in 2.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("002-02, 003-01: calling an async method runs nothing")
    void coldCoroutine() throws Exception {
        Ran ran = Ran.program(ColdCoroutine::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Nothing has run yet
                        Inside the coroutine
                        Hello
                        """);
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("002-03: 3.5 s one after the other, 2 s together")
    void breakfast() throws Exception {
        Ran ran = Ran.program(Breakfast::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        coffee, toast, juice in 3.5 s
                        coffee, toast, juice in 2.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(5_500));
    }

    @Test
    @DisplayName("003-08: results in order of arguments")
    void inputOrder() throws Exception {
        Ran ran = Ran.program(InputOrder::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        X is done
                        Z is done
                        Y is done
                        X, Y, Z in 2.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(2));
    }
}
