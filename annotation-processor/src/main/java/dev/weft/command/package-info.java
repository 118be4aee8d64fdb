/**
 * The command for finished class files: {@code java -jar weft-processor.jar weave DIR|JAR...}. It
 * weaves what a compiler has written that knows nothing of Weft. Start to read at {@link
 * dev.weft.command.Main}.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.command;
