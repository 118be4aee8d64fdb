/**
 * The javac side of Weft. {@link dev.weft.processor.AsyncProcessor} listens to the compilation:
 * what is attributed is checked, what is generated is woven. {@link dev.weft.processor.WeftPlugin}
 * says so when the processor does not run although there is work for it.
 *
 * <p>Only public API of the compiler is used here; the rewriting itself is in {@code
 * dev.weft.weaver}, which knows nothing of javac.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.processor;
