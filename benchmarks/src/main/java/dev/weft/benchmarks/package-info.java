/**
 * What Weft exists for, measured beside what one would use instead. A {@code Workload} says what is
 * done, each {@code Peer} has a package with its {@code Programs} for them, in files of the same
 * names, and {@code Report} runs them all and writes what came out.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks;
