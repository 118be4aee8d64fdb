package dev.weft.differential.generator;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Where all randomness comes from. */
final class Choice {

    private final Random random;
    private int size;

    Choice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x1234567);
    }

    /** How many productions may be made from here on before only the smallest are chosen. */
    void allot(int size) {
        this.size = size;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Takes one from the size; false when the program is large enough. */
    boolean grow() {
        return size-- > 0;
    }

    boolean spent() {
        return size <= 0;
    }

    /** A production and how often it is wanted. */
    record Weighted<T>(int weight, Supplier<T> production) {}

    <T> T weighted(List<Weighted<T>> productions) {
        int total = productions.stream().mapToInt(Weighted::weight).sum();
        int left = random.nextInt(total);
        for (Weighted<T> production : productions) {
            left -= production.weight();
            if (left < 0) return production.production().get();
        }
        throw new IllegalStateException();
    }
}
