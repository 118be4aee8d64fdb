/** The workloads in Reactor's operators, on a scheduler with one thread. */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks.reactor;
