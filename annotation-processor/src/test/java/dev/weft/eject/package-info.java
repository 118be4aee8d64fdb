/**
 * Tests of the passes that make plain Java of async methods, each by what it leaves in the text.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.eject;
