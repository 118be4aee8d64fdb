package dev.weft;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A variable that each task has for itself: what a {@link ThreadLocal} is to threads. Make one for
 * each use and keep it in a static field.
 *
 * <pre>{@code
 * private static final ContextVar<String> USER = ContextVar.of("user", "nobody");
 *
 * @Async
 * Coroutine<Void> handle(Request request) {
 *     try (var user = USER.bind(request.user())) {
 *         await(answer(request));     // and the tasks that it makes: USER.get() gives the user
 *     }
 *     return done();
 * }
 * }</pre>
 *
 * <p>A task begins with the values that its maker has at that moment; what either sets later the
 * other does not see. So it is with callbacks that are given to a loop, with hot methods, and with
 * what {@code toThread} runs. What is awaited directly shares the values of who awaits it, and so
 * does a generator with who iterates it. May be used in any thread. Python's {@code ContextVar}.
 *
 * @param <T> the type of the values
 */
public final class ContextVar<T extends @Nullable Object> {
    private static final AtomicInteger NUMBERED = new AtomicInteger();

    /** In the order in which they are made; a context keeps them in that order. */
    final int number = NUMBERED.incrementAndGet();

    private final String name;

    /** Or {@link Bindings#ABSENT}. */
    private final @Nullable Object defaultValue;

    private ContextVar(String name, @Nullable Object defaultValue) {
        this.name = Objects.requireNonNull(name, "name");
        this.defaultValue = defaultValue;
    }

    /**
     * Makes a variable that has no value where none was set.
     *
     * @param name for messages
     * @param <T> the type of the values
     * @return a new variable
     */
    public static <T extends @Nullable Object> ContextVar<T> of(String name) {
        return new ContextVar<>(name, Bindings.ABSENT);
    }

    /**
     * Makes a variable.
     *
     * @param name for messages
     * @param defaultValue its value where none was set
     * @param <T> the type of the values
     * @return a new variable
     */
    public static <T extends @Nullable Object> ContextVar<T> of(String name, T defaultValue) {
        return new ContextVar<>(name, defaultValue);
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Its value in the current context.
     *
     * @return the value that was set, or the default
     * @throws NoSuchElementException if there is neither
     */
    @SuppressWarnings("unchecked")
    public T get() {
        Object value = valueIn(CurrentContext.get());
        if (value == Bindings.ABSENT) {
            value = defaultValue;
        }
        if (value == Bindings.ABSENT) {
            throw new NoSuchElementException(this + " has no value here, and no default");
        }
        return (T) value;
    }

    /**
     * Its value in the current context.
     *
     * @param fallback what to give where none was set, in place of the default
     * @return the value
     */
    @SuppressWarnings("unchecked")
    public T get(T fallback) {
        Object value = valueIn(CurrentContext.get());
        return value == Bindings.ABSENT ? fallback : (T) value;
    }

    @Nullable Object valueIn(@Nullable Context context) {
        return context == null ? Bindings.ABSENT : context.bindings.get(this);
    }

    /**
     * Sets its value in the current context.
     *
     * @param value the value
     * @return by what {@link #reset} puts the value back that it had; may be ignored
     */
    public Token<T> set(T value) {
        Context context = CurrentContext.getOrMake();
        Token<T> token = new Token<>(this, context, context.bindings.get(this));
        context.bindings = context.bindings.with(this, value);
        return token;
    }

    /**
     * Puts the value back that it had before a {@link #set}, or none if it had none.
     *
     * @param token what that set returned
     * @throws IllegalArgumentException if that was another variable's
     * @throws IllegalStateException if it was put back before, or if that was in another context
     */
    public void reset(Token<T> token) {
        if (token.var != this) {
            throw new IllegalArgumentException(token + " is none of " + this);
        }
        if (token.used) {
            throw new IllegalStateException(token + " was used already");
        }
        Context context = token.context;
        if (CurrentContext.get() != context) {
            throw new IllegalStateException(
                    token + " was made in another context, of another task or callback");
        }
        token.used = true;
        context.bindings =
                token.before == Bindings.ABSENT
                        ? context.bindings.without(this)
                        : context.bindings.with(this, token.before);
    }

    /**
     * Sets its value until the block ends: {@code try (var user = USER.bind(name)) { ... }}.
     *
     * @param value the value
     * @return what puts the value back that it had, in the same context
     */
    public Binding bind(T value) {
        return new Binding(set(value));
    }

    @Override
    public String toString() {
        return "context variable " + name;
    }

    /**
     * What a {@link ContextVar#set} leaves, to be used once.
     *
     * @param <T> the type of the values
     */
    public static final class Token<T extends @Nullable Object> {
        private final ContextVar<T> var;
        private final Context context;
        private final @Nullable Object before;
        private boolean used;

        private Token(ContextVar<T> var, Context context, @Nullable Object before) {
            this.var = var;
            this.context = context;
            this.before = before;
        }

        /**
         * Whose it is.
         *
         * @return the variable
         */
        public ContextVar<T> var() {
            return var;
        }

        private void resetUnlessUsed() {
            if (!used) {
                var.reset(this);
            }
        }

        @Override
        public String toString() {
            return "token of " + var;
        }
    }

    /** A value that is there until this is closed. */
    public static final class Binding implements AutoCloseable {
        private final Token<?> token;

        private Binding(Token<?> token) {
            this.token = token;
        }

        /**
         * Puts the value back that was there before. A second call does nothing.
         *
         * @throws IllegalStateException in another context than it was made in
         */
        @Override
        public void close() {
            token.resetUnlessUsed();
        }
    }
}
