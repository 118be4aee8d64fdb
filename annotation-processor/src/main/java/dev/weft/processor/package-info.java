/**
 * The javac side of Weft. {@link dev.weft.processor.AsyncProcessor} listens to the compilation:
 * what is attributed is checked, what is generated is woven. {@link dev.weft.processor.WeftPlugin}
 * says so when the processor does not run although there is work for it.
 *
 * <p>{@code Routes} decides how one gets at the class files: {@code ReadBackFiles} reads what has
 * been written, {@code CaughtFiles} catches what is about to be. Only the second needs more than
 * the compiler's public API, and only {@code OpenJavac} touches it, where the host has opened it.
 * The rewriting itself is in {@code dev.weft.weaver}, which knows nothing of javac.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.processor;
