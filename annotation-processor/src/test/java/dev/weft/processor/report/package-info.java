@org.jspecify.annotations.NullMarked
package dev.weft.processor.report;
