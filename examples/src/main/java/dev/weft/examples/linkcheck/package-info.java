/**
 * A concurrent link checker: {@code linkcheck SITE}, where the site is a jar of pages, which it
 * serves over HTTP on loopback, or the address of another server on this machine.
 *
 * <p>Read {@link dev.weft.examples.linkcheck.Main} first, then {@link
 * dev.weft.examples.linkcheck.Crawler}, which is where the waiting is.
 */
@NullMarked
package dev.weft.examples.linkcheck;

import org.jspecify.annotations.NullMarked;
