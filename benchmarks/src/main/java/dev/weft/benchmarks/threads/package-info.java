/** The workloads as blocking code in virtual threads on one carrier. */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks.threads;
