package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of two states that only lead into each other one is left. */
class MergingTest {

    @Test
    void whatStandsBehindACloseNeedsNoStateOfItsOwn() {
        assertThat(
                        Plain.run(
                                """
                                try (var group = new TaskGroup()) {
                                    count++;
                                }
                                return done(1);
                                """))
                .contains("closed();\nreturn done(1);");
    }

    @Test
    void aVariableOfBothStaysLocal() {
        assertThat(
                        Plain.run(
                                """
                                try {
                                    await(one());
                                } finally {
                                    count++;
                                }
                                int n = a;
                                return done(n);
                                """))
                .contains("throw failure;\n}\nint n = a;\nreturn done(n);");
    }

    @Test
    void aStateThatIsComeToOnTwoWaysStays() {
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
                .contains("state = way;");
    }

    @Test
    void theHeadOfALoopStays() {
        assertThat(Plain.run("int n = 0;\nwhile (n++ < a) await(one());\nreturn done(n);"))
                .contains("case 0 -> {\nn = 0;\nstate = 1;\n}");
    }
}
