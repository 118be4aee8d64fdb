/** The workloads as chains of futures, on an executor with one thread. */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks.futures;
