package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.Weaving;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;

/** What the facts say of the size of a frame is what HotSpot takes for it. */
class FrameSizeTest {

    /** Finds the frames of a woven class. */
    private static final class Frames extends ClassLoader {
        private final Map<String, byte[]> frames = new HashMap<>();

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = frames.get(name);
            if (bytes == null) throw new ClassNotFoundException(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Async static void m() { }",
                "@Async void m() { await(yieldNow()); }",
                "@Async void m(Object a) { await(yieldNow()); }",
                "@Async void m(long a) { await(yieldNow()); }",
                "@Async static void m(long a) { await(yieldNow()); }",
                "@Async void m(long a, int b, double c) { await(yieldNow()); }",
                "@Async void m(boolean a, byte b, char c, short d) { await(yieldNow()); }",
                "@Async static void m(boolean a, long b) { await(yieldNow()); }",
                "@Async AsyncGenerator<Integer> m() { emit(1); return end(); }",
                "@Async static AsyncGenerator<Integer> m(long a) { emit(1); return end(); }",
                "@Async AsyncGenerator<Integer> m(int a, long b) { emit(1); return end(); }",
                "@Async AsyncGenerator<Integer> m(boolean a, int b) { emit(1); return end(); }",
                "@Async AsyncGenerator<Integer> m(byte a, byte b) { emit(1); return end(); }",
            })
    void frameHasTheSizeThatTheFactsTell(String method) throws ClassNotFoundException {
        Weaving.Woven woven = (Weaving.Woven) Sample.body(method).weave("Sample");
        Frames frames = new Frames();
        frames.frames.put("Sample", woven.classFile().bytes());
        for (Weaving.ClassFile frame : woven.frames()) {
            frames.frames.put(frame.internalName(), frame.bytes());
        }
        MethodFacts facts = woven.methods().get(0);
        Class<?> frame = frames.loadClass(facts.frame());
        assertThat((long) facts.frameBytes())
                .isEqualTo(ClassLayout.parseClass(frame).instanceSize());
    }
}
