package dev.weft;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries something that libraries keep in a {@link ThreadLocal} along with each task, on a loop
 * that {@linkplain EventLoop#carry was told to}. Before each step of a task its own state is put
 * into the thread, and after it taken out again.
 *
 * <p>SLF4J's MDC, for instance:
 *
 * <pre>{@code
 * loop.carry(Carrier.of(
 *         MDC::getCopyOfContextMap,
 *         map -> {
 *             if (map == null) MDC.clear();
 *             else MDC.setContextMap(map);
 *         }));
 * }</pre>
 *
 * <p>Where one can choose, a {@link ContextVar} is the better place: that costs nothing.
 *
 * @param <S> the type of the state
 */
public interface Carrier<S extends @Nullable Object> {
    /**
     * Takes the state out of this thread.
     *
     * @return a state that later changes in the thread do not change
     */
    S capture();

    /**
     * Puts a state into this thread, in place of what is there.
     *
     * @param state what {@link #capture} gave, in whichever thread
     */
    void restore(S state);

    /**
     * Makes a carrier.
     *
     * @param capture takes the state out of this thread
     * @param restore puts a state into this thread
     * @param <S> the type of the state
     * @return the carrier
     */
    static <S extends @Nullable Object> Carrier<S> of(
            Supplier<? extends S> capture, Consumer<? super S> restore) {
        Objects.requireNonNull(capture, "capture");
        Objects.requireNonNull(restore, "restore");
        return new Carrier<>() {
            @Override
            public S capture() {
                return capture.get();
            }

            @Override
            public void restore(S state) {
                restore.accept(state);
            }
        };
    }

    /**
     * Makes a carrier of a thread-local variable. A value that is null is removed.
     *
     * @param local the variable
     * @param <S> the type of its values
     * @return the carrier
     */
    static <S> Carrier<@Nullable S> of(ThreadLocal<S> local) {
        return of(
                local::get,
                state -> {
                    if (state == null) {
                        local.remove();
                    } else {
                        local.set(state);
                    }
                });
    }
}
