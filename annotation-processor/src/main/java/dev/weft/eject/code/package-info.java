/** State machines before they are printed: states, the steps in them, and text with gaps. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject.code;
