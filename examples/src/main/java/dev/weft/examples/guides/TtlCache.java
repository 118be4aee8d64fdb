package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.shield;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncFunction;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Task;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps answers for a time from when they came; who asks while one is fetched waits for that. */
final class TtlCache<K, V> {
    private final Duration timeToLive;
    private final AsyncFunction<K, V> fetch;
    private final Map<K, Entry<V>> entries = new HashMap<>();

    private static final class Entry<V> {
        private final Task<V> answer;
        private @Nullable Duration fetched;

        Entry(Task<V> answer) {
            this.answer = answer;
        }
    }

    TtlCache(Duration timeToLive, AsyncFunction<K, V> fetch) {
        this.timeToLive = timeToLive;
        this.fetch = fetch;
    }

    /** Gives the answer. Who is cancelled while it waits does not take it from the others. */
    @Async
    Coroutine<V> get(K key) throws Exception {
        Entry<V> entry = entries.get(key);
        if (entry == null || isStale(entry)) {
            entry = new Entry<>(createTask(fetch.apply(key)));
            entries.put(key, entry);
            noteEnd(key, entry);
        }
        return done(await(shield(entry.answer)));
    }

    private boolean isStale(Entry<V> entry) {
        return entry.fetched != null
                && EventLoop.running().time().minus(entry.fetched).compareTo(timeToLive) >= 0;
    }

    private void noteEnd(K key, Entry<V> entry) {
        entry.answer.addDoneCallback(
                answer -> {
                    entry.fetched = EventLoop.running().time();
                    if (answer.cancelled() || answer.exception() != null) {
                        entries.remove(key, entry);
                    }
                });
    }

    void clear() {
        entries.clear();
    }

    @Async
    static Coroutine<String> slowQuery(String city) {
        System.out.println("Asking for " + city);
        await(sleep(Duration.ofSeconds(1)));
        return done("the weather in " + city);
    }

    @Async
    public static void main(String[] args) throws Exception {
        Stopwatch time = new Stopwatch();
        TtlCache<String, String> cache =
                new TtlCache<>(Duration.ofSeconds(30), TtlCache::slowQuery);
        var together =
                await(gather(List.of(cache.get("Oslo"), cache.get("Oslo"), cache.get("Rome"))));
        System.out.println(together + " after " + time);
        await(sleep(Duration.ofMillis(29_900)));
        System.out.println(await(cache.get("Oslo")) + " after " + time);
        await(sleep(Duration.ofMillis(100)));
        System.out.println(await(cache.get("Oslo")) + " after " + time);
        cache.clear();
        System.out.println(await(cache.get("Oslo")) + " after " + time);
    }
}
