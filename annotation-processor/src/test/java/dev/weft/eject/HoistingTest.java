package dev.weft.eject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Awaits become steps, and no more of an expression is taken apart than the order needs. */
class HoistingTest {

    @Test
    void whatIsEvaluatedBeforeAnAwaitIsKept() {
        assertThat(Plain.run("return done(b.length() + await(one()));"))
                .contains("value = b.length();", "return done(value + value2);");
    }

    @Test
    void localVariablesAndLiteralsAreReadLater() {
        assertThat(Plain.run("return done(a + 2 * await(one()));"))
                .contains("Integer value = awaited();", "return done(a + 2 * value);");
    }

    @Test
    void fieldsAreReadWhereTheyStand() {
        assertThat(Plain.run("return done(count + await(one()));")).contains("value = count;");
    }

    @Test
    void aVariableThatTheRestOfTheExpressionChangesIsKept() {
        assertThat(Plain.run("return done(a + (a = await(one())));")).contains("value = a;");
    }

    @Test
    void shortCircuitsBecomeBranches() {
        assertThat(Plain.run("return done(a > 1 && await(one()) == 1);"))
                .contains("if (a > 1) {", "value = false;");
    }

    @Test
    void compoundAssignmentsReadFirst() {
        assertThat(Plain.run("count += await(one()); return done(1);"))
                .contains("value = count;", "count = value + value2;");
    }

    @Test
    void anAwaitGivesItsVariableItsValueAtOnce() {
        assertThat(Plain.run("int n = await(one()); return done(n);"))
                .contains("int n = awaited();");
    }

    @Test
    void anAwaitOfAnotherTypeIsConverted() {
        assertThat(Plain.run("long n = await(one()); return done(n);"))
                .contains("Integer value = awaited();", "long n = value;");
    }
}
