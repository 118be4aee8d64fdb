package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** States have numbers in the order of the source. */
class NumberingTest {

    @Test
    void theStartIsZeroAndTheOthersCount() {
        assertThat(
                        Plain.run("await(one());\nawait(one());\nreturn done(1);")
                                .lines()
                                .filter(line -> line.startsWith("case")))
                .containsExactly("case 0 -> {", "case 1 -> {", "case 2 -> {");
    }

    @Test
    void aBodyWithoutAnAwaitHasNoStates() {
        assertThat(Plain.run("count++;\nreturn done(1);")).doesNotContain("state", "while (true)");
    }
}
