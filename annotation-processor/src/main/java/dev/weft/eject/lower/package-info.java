/** Takes method bodies apart into states. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject.lower;
