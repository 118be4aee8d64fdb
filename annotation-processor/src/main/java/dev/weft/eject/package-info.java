/**
 * Writes async methods as plain Java: source text in, source text out. {@link
 * dev.weft.eject.Ejector} shows the passes in their order, each in a package of its own.
 *
 * <ul>
 *   <li>{@code source}: the text, and JavaParser's tree of it.
 *   <li>{@code facts}: what javac knows, found again from the nodes of that tree by where they
 *       begin.
 *   <li>{@code code}: what a body becomes, a machine of states and steps, as text with gaps.
 *   <li>{@code lower}: takes bodies apart. Awaits are hoisted out of expressions, loops and
 *       switches opened, tries made regions, finally blocks and closes made endings.
 *   <li>{@code place}: numbers the states, and makes fields of the variables that need it.
 *   <li>{@code print}: fills the gaps, and puts the text between what stays as it is.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.weft.eject;
