package dev.weft.examples.linkcheck;

import java.net.URI;

/**
 * A link that leads nowhere.
 *
 * @param page the page that it stands on
 * @param link the link
 * @param reason what is wrong, in a few words
 */
record BrokenLink(URI page, Link link, String reason) {}
