package dev.weft.examples.linkcheck;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads addresses as leniently as a browser does. */
final class Addresses {
    private static final String LEFT_AS_THEY_ARE = "-._~:/?#[]@!$&'()*+,;=%";

    /** What the text means on a page; null if it is no address. */
    static @Nullable URI resolve(URI page, String text) {
        try {
            return plain(resolved(page, new URI(escaped(text.strip()))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The part behind the {@code #} as it is written; empty for none. */
    static String fragment(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? "" : text.substring(hash + 1).strip();
    }

    static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }

    /** Whether both are of the same server. */
    static boolean sameSite(URI one, URI other) {
        return one.getAuthority() != null
                && one.getAuthority().equalsIgnoreCase(other.getAuthority())
                && one.getScheme().equalsIgnoreCase(other.getScheme());
    }

    /** An address in the one spelling that pages are known by, without its fragment. */
    static URI plain(URI address) throws URISyntaxException {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (address.isOpaque()) {
            return new URI(scheme + ':' + address.getRawSchemeSpecificPart());
        }
        String path = address.normalize().getRawPath();
        while (path.startsWith("/../")) {
            path = path.substring(3);
        }
        String authority = address.getRawAuthority();
        String query = address.getRawQuery();
        return new URI(
                scheme
                        + "://"
                        + (authority == null ? "" : authority.toLowerCase(Locale.ROOT))
                        + (path.isEmpty() ? "/" : path)
                        + (query == null ? "" : "?" + query));
    }

    /** As {@link URI#resolve}, which does not know what a query on its own means. */
    private static URI resolved(URI page, URI link) {
        if (!link.isAbsolute() && link.getRawAuthority() == null && link.getRawPath().isEmpty()) {
            String query = link.getRawQuery();
            return query == null ? page : page.resolve(page.getRawPath() + "?" + query);
        }
        return page.resolve(link);
    }

    private static String escaped(String text) {
        int hash = text.indexOf('#');
        StringBuilder escaped = new StringBuilder();
        (hash < 0 ? text : text.substring(0, hash))
                .codePoints()
                .forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        if (point < 128 && Character.isLetterOrDigit(point)
                || LEFT_AS_THEY_ARE.indexOf(point) >= 0) {
            escaped.appendCodePoint(point);
            return;
        }
        for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
    }

    private Addresses() {}
}
