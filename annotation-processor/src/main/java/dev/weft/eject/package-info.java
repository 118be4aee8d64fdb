/** Writes async methods as plain Java: source text in, source text out. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject;
