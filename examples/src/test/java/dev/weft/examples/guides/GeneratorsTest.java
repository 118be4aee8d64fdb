package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    @Test
    @DisplayName("000-22, 002-25: pages are fetched when the loop asks for them")
    void fetchPages() throws Exception {
        Ran ran = Ran.program(FetchPages::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        5 items, /users?page=1#0 first, 0.1 s
                        5 items, /users?page=2#0 first, 0.2 s
                        5 items, /users?page=3#0 first, 0.3 s
                        The site ended after 3 pages, 0.4 s
                        Found /logs?page=2#3
                        No more than 2 pages were fetched, 0.6 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    @DisplayName("003-10: an iterator of one's own")
    void numberSource() throws Exception {
        Ran ran = Ran.program(NumberSource::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        1 after 0.1 s
                        2 after 0.2 s
                        3 after 0.3 s
                        again 1 after 0.4 s
                        again 2 after 0.5 s
                        again 3 after 0.6 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    @DisplayName("002-26, 003-11: async comprehensions are operators")
    void comprehensions() throws Exception {
        Ran ran = Ran.program(Comprehensions::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        15 items, the last Item[page=3, number=5], 0.9 s
                        [1, 2, 3] [0, 1] {2=4, 3=9}, 1.8 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(1_800));
    }

    @Test
    @DisplayName("002-19: results in the order in which they come")
    void completionOrder() throws Exception {
        Ran ran = Ran.program(CompletionOrder::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        the page /quick after 1.0 s
                        the page /middle after 2.0 s
                        the page /slow after 3.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("000-17, 002-20: many requests, only so many of them at a time")
    void fetchMany() throws Exception {
        Ran ran = Ran.program(FetchMany::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        10 pages, the last is page 9, 4.0 s
                        At most 3 at a time
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(4));
    }
}
