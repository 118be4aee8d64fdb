import dev.weft.Async;
import dev.weft.Coroutine;

abstract class AsyncWithoutBody {

    @Async
    // error: @Async method outside() is native, and has no body that could be suspended
    native Coroutine<String> outside();

    @Async
    // error: @Async method later() is abstract, and has no body that could be suspended: mark the methods that implement it, or declare it in an interface
    abstract Coroutine<String> later();

    enum Tier {
        LOW {
            @Override
            Coroutine<String> price() {
                return null;
            }
        };

        @Async
        // error: @Async method price() is abstract
        abstract Coroutine<String> price();
    }

    interface Contract {
        @Async
        Coroutine<String> fetch();
    }
}
