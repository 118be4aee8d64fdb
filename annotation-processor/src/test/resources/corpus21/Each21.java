package corpus21;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

/** Loops over each above operands of two slots, of which javac 17 cannot compile the twin. */
public class Each21 {

    @Async
    static AsyncGenerator<Integer> numbers(int most) {
        try {
            for (int i = 0; i < most; i++) emit(await(later(i)));
        } finally {
            log("ended" + await(later(0)));
        }
        return end();
    }

    @Async
    public Coroutine<String> aboveWideOperands() {
        String all = "";
        double d = 0.5;
        for (int i = 0; i < 3; i++) {
            long beneath = 5;
            all += v("left", beneath) * switch (await(later(i))) {
                case 1 -> {
                    for (int n : each(numbers(3))) if (n == 1) yield n + 1L;
                    yield 1L;
                }
                case 2 -> {
                    for (int n : each(numbers(2))) d += n;
                    yield (long) d;
                }
                default -> 2L;
            };
            all += d * (beneath + switch (i) {
                case 0 -> {
                    for (int a : each(numbers(3)))
                        for (int b : each(numbers(3))) if (a + b == 2) yield a * 1.5;
                    yield 0.0;
                }
                default -> await(later(3.5));
            });
        }
        return done(all);
    }
}
