package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No state is there only to lead through an ending. */
class ThreadingTest {

    @Test
    void aHandlerLeadsThroughTheEndingItself() {
        assertThat(
                        Plain.run(
                                """
                                try {
                                    if (a > 1) return done(2);
                                    await(one());
                                } catch (IllegalStateException e) {
                                    count++;
                                } finally {
                                    System.out.println("ended");
                                }
                                return done(1);
                                """))
                .contains("count++;\nway = 3;\nstate = 2;\n}");
    }
}
