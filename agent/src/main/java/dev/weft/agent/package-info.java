/**
 * The agent: weaves classes when they are loaded, where no compiler and no build tool has done so.
 * The weaver is the same; what it asks of other classes is read from where their loaders find them.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.agent;
