/**
 * What the checks advise, as patches: {@link dev.weft.processor.fix.Fixes} is given findings, finds
 * with JavaParser where in the text their trees stand, and splices there.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.processor.fix;
