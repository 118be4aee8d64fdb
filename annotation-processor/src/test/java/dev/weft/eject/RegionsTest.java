package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A try stays a try around its states; what ends it is there once. */
class RegionsTest {

    @Test
    void handlersStayWhereTheyAre() {
        assertThat(
                        Plain.run(
                                """
                                try {
                                    await(one());
                                } catch (IllegalStateException e) {
                                    count++;
                                }
                                return done(1);
                                """))
                .contains("case 0, 1 -> {\ntry {\nswitch (state) {")
                .contains("} catch (IllegalStateException e) {\ncount++;\nstate = 2;\n}");
    }

    @Test
    void aHandlerThatWaitsSavesWhatItCaught() {
        assertThat(
                        Plain.run(
                                """
                                try {
                                    count++;
                                } catch (IllegalStateException e) {
                                    await(one());
                                    throw e;
                                }
                                return done(1);
                                """))
                .contains("this.e = e;", "throw e;");
    }

    @Test
    void finallyRemembersTheFailureAndTheWay() {
        assertThat(
                        Plain.run(
                                """
                                try {
                                    if (a > 1) return done(2);
                                    await(one());
                                } finally {
                                    count++;
                                }
                                return done(1);
                                """))
                .contains(
                        "result = done(2);", "failure = thrown;", "throw failure;", "state = way;");
    }

    @Test
    void oneWayOnNeedsNotToBeRemembered() {
        assertThat(
                        Plain.run(
                                """
                                try {
                                    await(one());
                                } finally {
                                    count++;
                                }
                                return done(1);
                                """))
                .doesNotContain("way");
    }

    @Test
    void aScopeSaysWhatLeavesItsBlock() {
        assertThat(
                        Plain.run(
                                """
                                try (var group = new TaskGroup()) {
                                    count++;
                                }
                                return done(1);
                                """))
                .contains("if (close(group, failure)) return SUSPENDED;", "closed();");
    }
}
