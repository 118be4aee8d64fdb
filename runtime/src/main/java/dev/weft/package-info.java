/**
 * Weft's public surface: everything that a program with {@code @Async} methods imports.
 *
 * <p>A method marked {@link dev.weft.Async} is written top to bottom and awaits what takes time;
 * the annotation processor turns it into a state machine. What it returns is a {@link
 * dev.weft.Coroutine}, which runs when it is awaited or made a {@link dev.weft.Task}. Tasks run one
 * at a time on an {@link dev.weft.EventLoop}; a {@link dev.weft.Promise} is completed by hand. The
 * functions are in {@link dev.weft.Weft}, meant for {@code import static}.
 *
 * <p>To read the sources: {@code Coroutine} and {@code Execution} are how calls suspend and resume,
 * {@code Eventual} is what tasks and promises have in common, {@code Cancelling} how a cancel finds
 * its way, {@code Leaf} what most of the functions in {@code Weft} are made of, {@code WaitList}
 * and {@code Place} what locks, queues and channels stand on, {@code Exchange} where items change
 * hands, {@code Select} how one waits in several places, {@code Pull} what the operators of {@link
 * dev.weft.AsyncIterable} are made of, {@code Scope} what blocks have in common that can cancel
 * what is in them, {@code OwnRequest} how they account for it, {@code CurrentContext} where context
 * variables find their values, and {@code Traces} what makes stack traces read through the awaits.
 * A hot method that was called on no loop's thread runs in a {@code HotExecution}. Under all of it
 * is {@link dev.weft.loop}.
 */
@org.jspecify.annotations.NullMarked
package dev.weft;
