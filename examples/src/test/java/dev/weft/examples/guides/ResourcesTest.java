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

    @Test
    @DisplayName("000-24, 001-06, 002-24: a generator that is a resource cleans up behind its emit")
    void managedConnection() throws Exception {
        Ran ran = Ran.program(ManagedConnection::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Connecting to stock
                        Using it, connected: true
                        Closing stock
                        Behind the block, connected: false, 1.2 s
                        Connecting to orders
                        Closing orders
                        Caught: no orders at true, 1.4 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(1_400));
    }

    @Test
    @DisplayName("003-21: as many resources as there are, all of them closed")
    void manyConnections() throws Exception {
        Ran ran = Ran.program(ManyConnections::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Using 3 connections
                        Closed c
                        Closed b
                        Closed a
                        3 after 1.8 s
                        Closed e
                        Closed d
                        Caught: no server nowhere after 3.5 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(3_500));
    }

    @Test
    @DisplayName("000-41, 002-35: a connection, a cursor in it, and the rows of that")
    void databaseRows() throws Exception {
        Ran ran = Ran.program(DatabaseRows::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        SELECT id, name FROM users
                        1 Alice after 0.7 s
                        2 Bob after 0.8 s
                        Cursor closed
                        Database closed
                        All done after 1.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("002-33: a transaction commits, or rolls back what failed")
    void transfer() throws Exception {
        Ran ran = Ran.program(Transfer::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        COMMIT
                        {Alice=50, Bob=70} after 0.5 s
                        ROLLBACK
                        Caught: not enough on the account of Bob
                        {Alice=50, Bob=70} after 1.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }
}
