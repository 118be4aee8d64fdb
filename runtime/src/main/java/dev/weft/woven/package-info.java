/**
 * The contract between the runtime and woven bytecode: what the processor writes calls this package
 * and nothing else of the runtime but what its source named. Programs do not use it, but for those
 * that {@code -Aweft.eject} has written: {@link dev.weft.woven.StateMachine} and {@link
 * dev.weft.woven.GeneratorMachine} have subclasses that nobody writes anew, and may only grow.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.woven;
