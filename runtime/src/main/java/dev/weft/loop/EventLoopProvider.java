package dev.weft.loop;

/**
 * Makes the drivers that event loops stand on: implement it to run Weft on another loop.
 *
 * <p>A provider that is registered as a service is used where the system property {@code weft.loop}
 * holds its {@link #name()}.
 */
public interface EventLoopProvider {
    /**
     * The name that it is chosen by.
     *
     * @return a short name in lower case, such as {@code nio}
     */
    String name();

    /**
     * Makes a driver that runs in the thread that calls its {@link Driver#run()}.
     *
     * @param clock the time to run by
     * @param failures told of what callbacks throw
     * @return a new driver
     */
    Driver open(Clock clock, FailureHandler failures);
}
