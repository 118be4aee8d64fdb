package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    @Test
    @DisplayName("000-23, 002-23, 003-12, 003-21: a connection is closed on every way out")
    void databaseConnection() throws Exception {
        Ran ran = Ran.program(DatabaseConnection::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Connecting to postgres://localhost
                        Closed
                        [User[id=1, name=Alice]] after 0.8 s
                        Connecting to postgres://localhost
                        Closed
                        Caught: not a query: DROP TABLE users after 1.6 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(1_600));
    }
}
