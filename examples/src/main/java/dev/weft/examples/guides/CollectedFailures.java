package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gatherOutcomes;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Failure;
import dev.weft.Outcome;
import dev.weft.Success;
import java.time.Duration;
import java.util.List;

/** Failures as values beside the results, each at its place. */
final class CollectedFailures {
    @Async
    static Coroutine<Integer> twice(int value) {
        await(sleep(Duration.ofSeconds(1)));
        if (value < 0) {
            throw new IllegalArgumentException("Negative value: " + value);
        }
        return done(value * 2);
    }

    @Async
    public static void main(String[] args) {
        try {
            System.out.println(await(twice(-1)));
        } catch (IllegalArgumentException e) {
            System.out.println("Caught: " + e.getMessage());
        }
        List<Outcome<Integer>> outcomes =
                await(gatherOutcomes(List.of(twice(5), twice(-1), twice(10))));
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome<Integer> outcome = outcomes.get(i);
            if (outcome instanceof Success<Integer> success) {
                System.out.println(i + ": " + success.value());
            } else if (outcome instanceof Failure<Integer> failure) {
                System.out.println(i + ": FAIL " + failure.exception().getMessage());
            }
        }
    }

    private CollectedFailures() {}
}
