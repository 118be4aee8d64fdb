import static dev.weft.Weft.async;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.util.List;
import java.util.Optional;

class EachElsewhere {

    private final AsyncIterable<Integer> source = null;

    int plain() {
        int sum = 0;
        // error: each stands in plain(), which is not async and cannot be suspended: mark it @Async and let it return a Coroutine
        for (int one : each(source)) {
            sum += one;
        }
        return sum;
    }

    @Async
    Coroutine<Integer> asAValue(boolean odd) {
        // error: each stands outside of a loop's head, and only a loop awaits the elements: write for (var x : each(source)), or collect them with await(source.toList())
        Iterable<Integer> kept = each(source);
        // error: each stands outside of a loop's head
        each(source).forEach(System.out::println);
        // error: each stands outside of a loop's head
        for (int one : odd ? each(source) : kept) {
            System.out.println(one);
        }
        // error: each stands outside of a loop's head
        for (int one : (Iterable<Integer>) each(source)) {
            System.out.println(one);
        }
        // error: each stands outside of a loop's head
        for (var i = Weft.<Integer>each(source).iterator(); i.hasNext(); ) {
            System.out.println(i.next());
        }
        for (int one : kept) {
            // error: each stands outside of a loop's head
            each(source);
        }
        for (int one : (each(source))) {
            System.out.println(one);
        }
        for (var one : Weft.each(source)) {
            System.out.println(one);
        }
        return done(0);
    }

    @Async
    Coroutine<Object> lambdas(List<AsyncIterable<Integer>> all) {
        all.forEach(
                one -> {
                    // error: each stands in a lambda of Consumer, whose method is not async: use an async
                    for (int x : each(one)) {
                        System.out.println(x);
                    }
                });
        // error: each is a method reference here, and only a loop awaits the elements: write for (var x
        return done(Optional.of(source).map(Weft::each));
    }

    Coroutine<Void> asyncLambda() {
        return async(
                () -> {
                    for (int one : each(source)) {
                        System.out.println(one);
                    }
                    return done();
                });
    }

    EachElsewhere() {
        // error: each stands in a constructor of EachElsewhere, which cannot be suspended: await in
        for (int one : each(source)) {
            System.out.println(one);
        }
    }

    {
        // error: each stands in an initialiser of EachElsewhere, which cannot be suspended
        for (int one : each(source)) {
            System.out.println(one);
        }
    }

    @Async
    Coroutine<Void> inAMonitor() {
        synchronized (this) {
            // error: each stands in a synchronized block, and a monitor cannot be held across
            for (int one : each(source)) {
                System.out.println(one);
            }
        }
        return done();
    }
}
