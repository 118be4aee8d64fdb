package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All but the bodies stays as it is, to the character. */
class SplicingTest {

    @Test
    void aFileWithoutAsyncBodiesIsTheSame() {
        String file = "class  Odd{ /* one */int\tx ;\n\n\n  // two\n}\n";
        assertThat(Plain.file(file)).isEqualTo(file);
    }

    @Test
    void whatStandsAroundABodyStays() {
        assertThat(
                        Plain.of(
                                "/** Says. */ @Deprecated @Async  Coroutine<Integer>  odd ( int  a ) {return done( a );}\nint  y ;// y"))
                .contains("/** Says. */ @Deprecated Coroutine<Integer>  odd ( int  a ) {\n")
                .contains("return done( a );")
                .contains("    int  y ;// y\n");
    }

    @Test
    void commentsInABodyStay() {
        assertThat(
                        Plain.run(
                                "// before\nawait(one());\ncount++; // beside\n\n/* whole */\nreturn done(1);"))
                .contains(
                        "// before\nstate = 1;",
                        "count++; // beside\n\n/* whole */\nreturn done(1);");
    }

    @Test
    void textBlocksKeepTheirText() {
        assertThat(
                        Plain.of(
                                "@Async\nCoroutine<String> t() {\nawait(one());\nreturn done(\"\"\"\n  a\n    b\n  \"\"\");\n}"))
                .contains("\"\"\"\n      a\n        b\n      \"\"\"");
    }

    @Test
    void whatWasEjectedIsTheSameWhenEjectedAgain() {
        String once =
                Plain.of(
                        "@Async\nCoroutine<Integer> m() { return done(await(async(() -> one()))); }");
        assertThat(Plain.file(once)).isEqualTo(once);
    }
}
