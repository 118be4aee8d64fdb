/** What a Java debugger sees of woven code, through the interface that debuggers use. */
@org.jspecify.annotations.NullMarked
package dev.weft.debugger;
