package dev.weft.processor.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Writes the names of files as links. */
final class Links {

    private Links() {}

    /** A link to a file, given by the way to it. */
    static String to(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no name of a file: " + path, e);
        }
    }
}
