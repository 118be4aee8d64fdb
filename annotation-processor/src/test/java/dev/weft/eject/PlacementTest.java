package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Variables that live across an await are fields, and only those. */
class PlacementTest {

    private static String plain(String body) {
        return Plain.of("@Async\nCoroutine<Object> m(int a) throws Exception {\n" + body + "\n}");
    }

    @Test
    void parametersAreFields() {
        assertThat(plain("return done(a);"))
                .contains("private final int a;", "M(int a) {", "return new M(a);")
                .doesNotContain("while (true)");
    }

    @Test
    void whatLivesWithinOneStateStaysLocal() {
        assertThat(plain("await(one());\nint n = a + 1;\nreturn done(n);"))
                .contains("int n = a + 1;")
                .doesNotContain("private int n;");
    }

    @Test
    void whatLivesAcrossAnAwaitIsAField() {
        assertThat(plain("int n = a + 1;\nawait(one());\nreturn done(n);"))
                .contains("private int n;", " n = a + 1;");
    }

    @Test
    void variablesOfOneNameAndTypeShareAField() {
        assertThat(
                        plain(
                                "for (int i = 0; i < 2; i++) await(one());\n"
                                        + "for (int i = 0; i < 3; i++) await(one());\nreturn done(1);"))
                .containsOnlyOnce("private int i;");
    }

    @Test
    void variablesOfOneNameAndOtherTypesDoNot() {
        assertThat(
                        plain(
                                "for (int i = 0; i < 2; i++) await(one());\n"
                                        + "for (long i = 0; i < 3; i++) await(one());\nreturn done(1);"))
                .contains("private int i;", "private long i2;", "i2++;");
    }

    @Test
    void eachRoundOfALoopHasItsOwnCopyForLambdas() {
        assertThat(
                        plain(
                                """
                                for (String s : List.of("x")) {
                                    await(one());
                                    Runnable r = () -> System.out.println(s);
                                }
                                return done(1);"""))
                .contains("String s = this.s;");
    }

    @Test
    void membersThatTheMachineHidesAreNamedInFull() {
        assertThat(plain("await(one());\nreturn done(hashCode() + this.count);"))
                .contains("Piece.this.hashCode() + Piece.this.count");
    }
}
