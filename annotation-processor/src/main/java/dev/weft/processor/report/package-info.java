/**
 * The report: a page for each source with async methods, and the plans as text.
 *
 * <p>{@link dev.weft.processor.report.Reports} collects what the compiler, the checks and the
 * weaver tell of a source, and writes at the end of the compilation. The pages are templates,
 * compiled against the records that they show: a wrong name in one is a compile error, each value
 * is escaped, and the jar has no template engine in it.
 */
@org.jspecify.annotations.NullMarked
@JStacheConfig(type = JStacheType.STACHE)
package dev.weft.processor.report;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
