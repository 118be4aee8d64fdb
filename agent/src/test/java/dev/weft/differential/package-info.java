/** Programs of the processor's own tests, woven when they are loaded. */
@org.jspecify.annotations.NullMarked
package dev.weft.differential;
