/**
 * What the weaver knows of code without changing it: control flow, types of locals and operands,
 * liveness.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.flow;
