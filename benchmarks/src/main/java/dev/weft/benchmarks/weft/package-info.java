/** The workloads as Weft's users write them. */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks.weft;
