package dev.weft;

/** What can be awaited: here, something that has its outcome already. */
public interface Awaitable<T> {
    T outcome();
}
