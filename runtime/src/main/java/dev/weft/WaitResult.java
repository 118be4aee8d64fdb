package dev.weft;

import java.util.Set;

/**
 * What {@code waitTasks} found when it returned.
 *
 * @param done those that are done; in the order in which they were given, cannot be changed
 * @param pending those that are not; they go on
 * @param <E> the type of the tasks
 */
public record WaitResult<E>(Set<E> done, Set<E> pending) {}
