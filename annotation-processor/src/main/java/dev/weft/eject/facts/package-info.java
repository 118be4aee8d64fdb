/** What javac knows of a source, found again from the nodes of a JavaParser tree. */
@org.jspecify.annotations.NullMarked
package dev.weft.eject.facts;
