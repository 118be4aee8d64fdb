package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loops and switches with an await in them are opened, all others stay. */
class OpeningTest {

    @Test
    void aLoopWithoutAnAwaitStaysAsItIs() {
        assertThat(
                        Plain.run(
                                "await(one());\nfor (int i = 0; i < a; i++) count += i;\nreturn done(1);"))
                .contains("for (int i = 0; i < a; i++) count += i;");
    }

    @Test
    void theHeadOfALoopIsAState() {
        assertThat(Plain.run("while (a > count) await(one());\nreturn done(1);"))
                .contains("case 0 -> {\nif (a <= count) {\nstate = 2;\ncontinue;\n}")
                .contains("case 1 -> {\nawaited();\nstate = 0;\n}");
    }

    @Test
    void aJumpOutOfAnInnerLoopThatStaysNamesTheMachine() {
        assertThat(
                        Plain.run(
                                """
                                outer:
                                while (true) {
                                    await(one());
                                    for (;;) {
                                        if (count++ > 3) break outer;
                                    }
                                }
                                return done(1);
                                """))
                .contains("machine:\nwhile (true) {", "continue machine;");
    }

    @Test
    void aSwitchLeadsToWhereTheOldOneLed() {
        assertThat(
                        Plain.run(
                                """
                                switch (a) {
                                    case 0:
                                    case 1:
                                        await(one());
                                        break;
                                    default:
                                        count++;
                                }
                                return done(1);
                                """))
                .contains("switch (a) {\ncase 0, 1 -> {", "default -> {\ncount++;");
    }

    @Test
    void whatFallsThroughGoesToTheNextState() {
        assertThat(
                        Plain.run(
                                """
                                switch (a) {
                                    case 0:
                                        await(one());
                                    case 1:
                                        count++;
                                }
                                return done(1);
                                """))
                .contains("case 1 -> state = 2;");
    }
}
