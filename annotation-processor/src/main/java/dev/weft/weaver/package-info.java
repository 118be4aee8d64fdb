/**
 * The weaver: class bytes in, class bytes out. It knows other classes through a {@link
 * dev.weft.weaver.TypeOracle} only, so that the compiler, an agent or a build tool can call it.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver;
