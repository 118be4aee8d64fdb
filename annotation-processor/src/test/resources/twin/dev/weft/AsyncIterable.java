package dev.weft;

@FunctionalInterface
public interface AsyncIterable<T> {
    AsyncIterator<T> iterator();
}
