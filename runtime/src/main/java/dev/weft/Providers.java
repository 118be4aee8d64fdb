package dev.weft;

import dev.weft.loop.EventLoopProvider;
import dev.weft.loop.NioLoop;
import java.util.ServiceLoader;

/** Finds the provider that the system property {@code weft.loop} names. */
final class Providers {
    private static final EventLoopProvider CHOSEN =
            find(System.getProperty("weft.loop", NioLoop.PROVIDER.name()));

    private Providers() {}

    static EventLoopProvider chosen() {
        return CHOSEN;
    }

    static EventLoopProvider find(String name) {
        if (name.equals(NioLoop.PROVIDER.name())) {
            return NioLoop.PROVIDER;
        }
        for (EventLoopProvider provider : ServiceLoader.load(EventLoopProvider.class)) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        throw new IllegalStateException(
                "no event loop provider is named \""
                        + name
                        + "\": the system property weft.loop"
                        + " names one that is on the class or module path");
    }
}
