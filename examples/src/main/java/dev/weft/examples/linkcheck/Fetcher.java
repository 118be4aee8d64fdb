package dev.weft.examples.linkcheck;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.net.URI;

/** Gets pages. */
@FunctionalInterface
interface Fetcher {
    /**
     * Asks for an address. Whatever the server answers is a page.
     *
     * @throws IOException if there is no answer
     */
    @Async
    Coroutine<Page> fetch(URI address) throws IOException;
}
