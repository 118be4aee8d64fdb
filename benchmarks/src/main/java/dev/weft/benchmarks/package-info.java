/**
 * What Weft exists for, measured. Each workload stands once in async methods and once as the state
 * machine that somebody would write by hand, so that results are ratios of one run.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.benchmarks;
