/** What the weaver makes of class files, as facts about the bytes. */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.pipeline;
