package dev.weft.examples.linkcheck;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A link as it stands on a page.
 *
 * @param line the line of the page that it stands on, from 1
 * @param text what the page says
 * @param target the address without its fragment; null if the text is none
 * @param fragment what follows the {@code #}, as it is written; empty for none
 */
record Link(int line, String text, @Nullable URI target, String fragment) {}
