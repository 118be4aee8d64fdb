package dev.weft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that may {@code await}: the annotation processor turns it into a state machine, in
 * place. What it returns says what calling it does.
 *
 * <ul>
 *   <li>{@link Coroutine}: cold. The call makes the coroutine and runs nothing until that is
 *       awaited or made a task. The body returns {@code done(v)}, or another coroutine, which is
 *       awaited.
 *   <li>{@link java.util.concurrent.CompletableFuture} or {@link
 *       java.util.concurrent.CompletionStage}: hot. The body runs on the caller to its first
 *       suspension, and the future completes with it. Called on a loop's thread it stays on that
 *       loop; elsewhere it goes on wherever the stage that it awaits completes.
 *   <li>{@code void}: an entry point. The call runs a fresh event loop to the end of the body.
 * </ul>
 *
 * <p>In a functional interface it makes the lambdas async that become one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Async {}
