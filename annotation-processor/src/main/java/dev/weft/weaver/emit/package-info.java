/** Writes what is planned: the body's state machine, the method's stub and the frame class. */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.emit;
