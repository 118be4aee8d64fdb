package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import corpus.other.Guarded;

/** Protected members inherited from another package. */
public class Packages extends Guarded {

    public Packages() {
        super(7);
    }

    @Override
    protected String name() {
        return "packages " + super.name();
    }

    @Async
    @Override
    protected Coroutine<String> slowName() {
        return done(await(super.slowName()) + super.name() + await(later("!")));
    }

    @Async
    public Coroutine<String> members() {
        counter += await(later(1));
        super.counter *= await(later(2));
        shared = shared.substring(0, 6) + await(later(counter));
        return done(name() + await(slowName()) + await(twice(counter)) + shared + this.counter++);
    }

    @Async
    public Coroutine<String> fromALambda() {
        int n = await(later(1));
        return done(await(async(() -> {
            counter += n + await(later(1));
            return done(super.name() + await(super.slowName()) + counter);
        })));
    }

    @Async
    public Coroutine<Integer> fromAnInnerClass() {
        class Local {
            @Async
            Coroutine<Integer> count() {
                counter++;
                return done(counter + await(twice(await(later(counter)))));
            }
        }
        Part part = new Part(await(later(4)));
        return done(await(new Local().count()) + part.hashCode() * 0);
    }

    @Async
    public Coroutine<String> anonymousSubclass() {
        Guarded guarded = new Guarded(await(later(9))) {
            @Async
            @Override
            protected Coroutine<String> slowName() {
                return done("anonymous " + await(super.slowName()) + counter);
            }

            @Override
            public String toString() {
                return name();
            }
        };
        return done("" + guarded);
    }
}
