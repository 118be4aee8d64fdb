package dev.weft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method or constructor that blocks the thread that calls it, or a type all of whose
 * methods do. The compiler warns of calls in async bodies, as it does of {@code Thread.sleep}:
 * there they stop the event loop and all its tasks. {@code await(toThread(() -> ...))} calls it on
 * another thread.
 *
 * <p>Methods that override a marked one count as marked. {@code -Aweft.blocking} names methods of
 * others, and {@code @SuppressWarnings("weft:blocking")} silences the warning where a call is known
 * to return at once.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface Blocking {}
