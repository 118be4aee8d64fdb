/** The workloads as state machines that somebody wrote by hand: the floor. */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks.byhand;
