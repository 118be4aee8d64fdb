package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Loops of all kinds, labels, and awaits in every part of them. */
public class Loops {

    @Async
    public Coroutine<Integer> countingFor() {
        int sum = 0;
        for (int i = await(later(0)); i < await(later(4)); i += await(later(1))) sum += i;
        return done(sum);
    }

    @Async
    public Coroutine<Integer> twoVariables() {
        int sum = 0;
        for (int i = 0, j = await(later(10)); i < j; i++, j -= await(later(2))) sum += i * j;
        return done(sum);
    }

    @Async
    public Coroutine<Integer> endless() {
        int n = 0;
        for (; ; ) {
            if (await(later(n)) == 3) break;
            n++;
        }
        while (true) {
            if (++n > await(later(6))) return done(n);
        }
    }

    @Async
    public Coroutine<String> whileLoop() {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (await(later(i < 3))) {
            out.append(i).append(await(later(i++)));
            if (i == 2) continue;
            out.append(';');
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<Integer> doWhile() {
        int i = 0;
        int sum = 0;
        do {
            i++;
            if (i == 2) continue;
            sum += await(later(i));
        } while (await(later(i)) < 5 && sum < 100);
        return done(sum);
    }

    @Async
    public Coroutine<Long> forEachOverArrays() {
        long sum = 0;
        for (int i : new int[] {1, 2, 3}) sum += i * await(later(10));
        for (long l : await(later(new long[] {4, 5}))) sum += l;
        for (byte b : new byte[] {1, await(later((byte) 2))}) sum += await(later(b));
        for (char c : "ab".toCharArray()) sum += c + await(later(0));
        for (String s : new String[] {"x", "yy"}) sum += s.length() + await(later(s)).length();
        for (int[] row : new int[][] {{1}, {2, 3}})
            for (int cell : row) sum += cell * await(later(2));
        for (double d : new double[] {1.5, 2.5}) sum += (long) (d * await(later(2)));
        return done(sum);
    }

    @Async
    public Coroutine<String> forEachOverLists() {
        StringBuilder out = new StringBuilder();
        for (String s : List.of("a", "b", "c")) {
            if (s.equals("b")) continue;
            out.append(s).append(await(later(s)));
        }
        for (int i : await(later(List.of(1, 2)))) out.append(i + await(later(1)));
        for (Map.Entry<String, List<Integer>> e : new TreeMap<>(Map.of("k", List.of(1, 2)))
                .entrySet())
            for (Integer i : e.getValue()) out.append(e.getKey()).append(await(later(i)));
        for (var ignored : List.of(1, 2, 3)) out.append(await(later('.')));
        return done(out.toString());
    }

    @Async
    public Coroutine<String> labels() {
        StringBuilder out = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; ; j++) {
                if (j == await(later(2))) continue outer;
                if (i == 2 && await(later(j)) == 1) break outer;
                out.append(i).append(j).append(' ');
            }
        }
        block:
        {
            if (await(later(true))) break block;
            out.append("never");
        }
        again:
        do {
            out.append('d');
            while (await(later(true))) {
                if (out.length() % 2 == 0) break again;
                continue again;
            }
        } while (out.length() < 20);
        return done(out.toString());
    }

    @Async
    public Coroutine<String> jumpsThroughTry() {
        StringBuilder out = new StringBuilder();
        outer:
        for (int i = 0; i < 5; i++) {
            try {
                try {
                    if (i == 0) continue;
                    if (i == 3) break outer;
                    out.append(await(later(i)));
                } finally {
                    out.append('f').append(await(later(i)));
                }
                if (i == 2) continue outer;
                out.append('n');
            } finally {
                out.append('g').append(await(later(i))).append(' ');
            }
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<Integer> returnFromTheMiddle() {
        for (int i = 0; i < 10; i++)
            for (int j : new int[] {1, 2, 3}) {
                try {
                    if (i * j == await(later(6))) return done(i * 10 + j);
                } finally {
                    if (i > 100) log("far");
                }
            }
        return done(-1);
    }

    @Async
    public Coroutine<Object> variablesOfTheLoop() {
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long wide = i;
            seen.add(wide + await(later(i)));
            if (i == 1) {
                String text = "t" + await(later(i));
                seen.add(text);
            } else {
                double d = i / 2.0;
                await(later(0));
                seen.add(d);
            }
            Object late;
            if (i < await(later(2))) late = i;
            else late = "late";
            seen.add(late);
        }
        return done(seen);
    }

    @Async
    public Coroutine<Object> capturedPerIteration() {
        List<java.util.function.Supplier<String>> all = new ArrayList<>();
        for (String s : List.of("a", "b")) {
            int n = await(later(s)).length();
            all.add(() -> s + n);
        }
        return done(all.stream().map(java.util.function.Supplier::get).toList());
    }

    @Async
    public Coroutine<Integer> iterator() {
        Iterator<Integer> it = new Iterator<>() {
            int next = 3;

            @Override
            public boolean hasNext() {
                return v("hasNext", next > 0);
            }

            @Override
            public Integer next() {
                return next--;
            }
        };
        Iterable<Integer> all = () -> it;
        int sum = 0;
        for (int i : all) sum = sum * 10 + await(later(i));
        return done(sum);
    }

    @Async
    public Coroutine<String> emptyBodies() {
        int i = 0;
        while (await(later(i++)) < 3) ;
        for (; await(later(i--)) > 2; ) {}
        do ; while (await(later(i++)) < 2);
        return done("" + i);
    }

    @Async
    public Coroutine<Integer> conditionWithJumps() {
        int n = 0;
        for (int i = 0; await(later(i)) < 3 && (n < 5 || await(later(true))); i++) {
            n += await(later(true)) ? i == 1 ? await(later(10)) : 1 : await(later(100));
        }
        return done(n);
    }
}
