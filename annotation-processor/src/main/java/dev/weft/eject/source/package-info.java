/** The text of a source file and its tree. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject.source;
