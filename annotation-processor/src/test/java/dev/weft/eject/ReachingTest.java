package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What nothing comes to is not there, and what only leads on is left out. */
class ReachingTest {

    @Test
    void whatStandsBehindALoopWithoutEndIsLeftOut() {
        assertThat(Plain.run("while (true) {\nawait(one());\nif (count > a) return done(1);\n}"))
                .contains("case 0 -> {", "case 1 -> {")
                .doesNotContain("case 2 -> {");
    }

    @Test
    void aBreakLeadsToWhereTheNextJumpLeads() {
        assertThat(
                        Plain.run(
                                """
                                while (a > count) {
                                    inner:
                                    {
                                        if (count > 3) break inner;
                                        await(one());
                                    }
                                }
                                return done(1);
                                """))
                .contains("if (count > 3) {\nstate = 0;\ncontinue;\n}");
    }
}
