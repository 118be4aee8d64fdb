/** The weaver as a whole: its stages in their order, and the only package that knows them all. */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.pipeline;
