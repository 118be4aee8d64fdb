package dev.weft;

/** Told of the failures that nobody else is there to see. asyncio's exception handler. */
@FunctionalInterface
public interface ExceptionHandler {
    /**
     * Takes a report, on the loop's thread. If this throws, the default handler is told of both.
     *
     * @param loop the loop
     * @param context what happened
     */
    void handle(EventLoop loop, ExceptionContext context);
}
