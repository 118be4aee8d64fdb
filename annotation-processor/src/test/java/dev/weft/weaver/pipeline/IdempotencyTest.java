package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaver.Names;
import dev.weft.weaver.Weaving;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.tree.ClassNode;

/** A class is woven once, whoever calls the weaver how often, and always to the same bytes. */
class IdempotencyTest {

    private static final String METHODS =
            """
            @Async Coroutine<String> text(String a, long b) {
                String c = a + await(yieldNow());
                return done(c + b);
            }
            @Async CompletableFuture<Void> hot() { await(yieldNow()); return null; }
            AsyncSupplier<Integer> lambda = () -> done(1);
            int plain() { return 1; }
            """;

    @Test
    void wovenClassIsLeftAlone() {
        byte[] woven = Sample.body(METHODS).woven().bytes("Sample");
        assertThat(Sample.weave(woven)).isInstanceOf(Weaving.Untouched.class);
    }

    @Test
    void frameClassIsLeftAlone() {
        byte[] frame = Sample.body(METHODS).woven().bytes("Sample$$text");
        assertThat(Sample.weave(frame)).isInstanceOf(Weaving.Untouched.class);
    }

    @Test
    void classWithoutAsyncMethodsIsLeftAlone() {
        Sample sample = Sample.body("int plain() { return 1; }");
        assertThat(sample.weave("Sample")).isInstanceOf(Weaving.Untouched.class);
    }

    @Test
    void wovenClassCarriesOneEmptyMarker() {
        ClassNode node = Sample.body(METHODS).woven().node("Sample");
        assertThat(node.attrs)
                .extracting(attribute -> attribute.type)
                .containsExactly(Names.MARKER);
        assertThat(node.attrs.get(0)).isInstanceOf(Attribute.class);
        assertThat(Sample.node(Sample.body(METHODS).plain("Sample")).attrs).isNull();
    }

    @Test
    void sameBytesEveryTime() {
        Sample sample = Sample.body(METHODS);
        var once = sample.woven().classFiles();
        var again = sample.woven().classFiles();
        assertThat(once.keySet()).hasSize(4);
        once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }
}
