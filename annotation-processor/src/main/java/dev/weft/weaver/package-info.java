/**
 * The weaver: class bytes in, class bytes out. It knows other classes through a {@link
 * dev.weft.weaver.TypeOracle} only, so that the compiler, an agent or a build tool can call it.
 *
 * <p>Here is what its stages have in common: what they are asked and answer, and the names of the
 * runtime. Start to read at {@link dev.weft.weaver.pipeline.Weaver}, which calls one stage after
 * the other.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver;
