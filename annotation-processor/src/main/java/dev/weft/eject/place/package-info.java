/** Decides what becomes of variables and states: fields or locals, names, numbers. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject.place;
