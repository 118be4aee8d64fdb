package dev.weft.weaver;

/** Why the weaver refuses a method, and what to write instead. */
public final class Refusals {

    /** Of a function: {@code await}, {@code emit}, {@code each}. */
    public static final String OUTSIDE =
            "%s works only in a method marked @Async or in a lambda whose interface's method is;"
                    + " mark the method, or use an async functional interface such as AsyncSupplier";

    public static final String CLOSE_OUTSIDE =
            "this close has to be awaited, which works only in a method marked @Async or in a lambda"
                    + " whose interface's method is; mark the method, or run closeAsync()";

    public static final String EMIT_WITHOUT_GENERATOR =
            "emit works only in a generator; let the method return AsyncGenerator";

    public static final String EACH_WITHOUT_LOOP =
            "each works only in the head of a loop: for (var x : each(source))";

    public static final String RETURN_TYPE =
            "an @Async method returns Coroutine, AsyncGenerator, CompletableFuture, CompletionStage"
                    + " or void; declare one of these";

    public static final String MONITOR =
            "await inside synchronized: a monitor cannot be held while a method is suspended;"
                    + " leave the synchronized block before the await, or use an AsyncLock";

    public static final String TOO_LARGE =
            "the method is too large once its awaits are woven (the limit of a class file is"
                    + " 65,535 bytes of code for a method); split it into several @Async methods";

    public static final String TOO_MANY_PARAMETERS =
            "the method has too many parameters: Weft adds two, and a class file has room for 255"
                    + " (long and double count twice); pass some of them as one object";

    public static final String CLASS_TOO_LARGE =
            "the class is too large once its awaits are woven (a class file has room for 65,535"
                    + " constants); split it";

    public static final String ENTANGLED_NEW =
            "an object under construction is needed in two places while an await suspends;"
                    + " await into a variable before the new expression";

    private Refusals() {}
}
