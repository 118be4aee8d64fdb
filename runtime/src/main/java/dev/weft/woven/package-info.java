/**
 * The contract between the runtime and woven bytecode: what the processor writes calls this package
 * and nothing else of the runtime but what its source named. Programs do not use it.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.woven;
