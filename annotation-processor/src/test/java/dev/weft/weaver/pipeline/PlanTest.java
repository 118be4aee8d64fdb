package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Weaving;
import dev.weft.weaver.plan.Planner;
import dev.weft.weaver.prepare.DirectCalls;
import dev.weft.weaver.prepare.Preparation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/** What is decided for a method, in the plan's own words. */
class PlanTest {

    private static String plan(boolean keepLocals, String body) {
        ClassNode node = Sample.node(Sample.body(body, "-g").plain("Sample"));
        AsyncMethod method = AsyncMethods.in(node, Sample.RUNTIME).found().get(0);
        List<Weaving.Problem> problems = new ArrayList<>();
        String plan =
                Planner.plan(
                                Preparation.of(
                                        method,
                                        Sample.RUNTIME,
                                        new DirectCalls(List.of()),
                                        problems),
                                keepLocals)
                        .toString();
        assertThat(problems).isEmpty();
        return plan;
    }

    @Test
    void nothingToSave() {
        assertThat(
                        plan(
                                false,
                                """
                                @Async Coroutine<Void> m() {
                                    await(yieldNow());
                                    return done();
                                }
                                """))
                .isEqualTo(
                        """
                        Sample.m frame Sample$$m parameters [self:LSample;] spills []
                          1 line 2: store [] operands [] clear [], load [] null []""");
    }

    @Test
    void localsAndChangedParameters() {
        assertThat(
                        plan(
                                false,
                                """
                                @Async static Coroutine<Long> m(long changed, String same) {
                                    int local = same.length();
                                    String dead = same + local;
                                    changed += dead.length();
                                    await(yieldNow());
                                    return done(local + changed + same.length());
                                }
                                """))
                .isEqualTo(
                        """
                        Sample.m frame Sample$$m parameters [a0:J, a1:Ljava/lang/String;] \
                        spills [v0:I]
                          1 line 5: store [0=a0:J, 5=v0:I] operands [] clear [], load \
                        [5=v0:I] null []""");
    }

    @Test
    void operandsBelowAnAwait() {
        assertThat(
                        plan(
                                false,
                                """
                                @Async Coroutine<String> m(int[] a, double d) {
                                    a[1] = a[0] + await(done(2));
                                    return done(String.format("%s %s", d, await(done(3))));
                                }
                                """))
                .isEqualTo(
                        """
                        Sample.m frame Sample$$m parameters [self:LSample;, a0:[I, a1:D] \
                        spills [v0:[I, v1:I, v2:I, v3:Ljava/lang/String;, \
                        v4:[Ljava/lang/Object;, v5:[Ljava/lang/Object;]
                          1 line 2: store [] operands [0=v0:[I, 1=v1:I, 2=v2:I] clear \
                        [a0:[I], load [] null []
                          2 line 3: store [] operands [0=v3:Ljava/lang/String;, \
                        1=v4:[Ljava/lang/Object;, 2=v5:[Ljava/lang/Object;, 3=v1:I] clear \
                        [a0:[I, v0:[I], load [] null []""");
    }

    @Test
    void fieldsThatAnEarlierSuspensionFilledAreCleared() {
        assertThat(
                        plan(
                                false,
                                """
                                @Async static Coroutine<Integer> m(Object o) {
                                    String text = "" + o;
                                    await(yieldNow());
                                    int length = text.length();
                                    await(yieldNow());
                                    return done(length);
                                }
                                """))
                .isEqualTo(
                        """
                        Sample.m frame Sample$$m parameters [a0:Ljava/lang/Object;] spills \
                        [v0:Ljava/lang/String;, v1:I]
                          1 line 3: store [3=v0:Ljava/lang/String;] operands [] clear \
                        [a0:Ljava/lang/Object;], load [3=v0:Ljava/lang/String;] null []
                          2 line 5: store [4=v1:I] operands [] clear [a0:Ljava/lang/Object;, \
                        v0:Ljava/lang/String;], load [4=v1:I] null []""");
    }

    @Test
    void keptLocals() {
        assertThat(
                        plan(
                                true,
                                """
                                @Async static Coroutine<Void> m(Object o) {
                                    String dead = "" + o;
                                    Object nothing = null;
                                    await(yieldNow());
                                    return done();
                                }
                                """))
                .isEqualTo(
                        """
                        Sample.m frame Sample$$m parameters [a0:Ljava/lang/Object;] spills \
                        [v0:Ljava/lang/String;]
                          1 line 4: store [3=v0:Ljava/lang/String;] operands [] clear [], \
                        load [3=v0:Ljava/lang/String;] null [4]""");
    }

    @Test
    void tailAwait() {
        assertThat(
                        plan(
                                false,
                                """
                                @Async Coroutine<Void> m(boolean b) {
                                    if (b) return yieldNow();
                                    return m(true);
                                }
                                """))
                .isEqualTo(
                        """
                        Sample.m frame Sample$$m parameters [self:LSample;, a0:Z] spills []
                          1 line 2: store [] operands [] clear [], load [] null []
                          2 line 3: store [] operands [] clear [], load [] null []""");
    }
}
