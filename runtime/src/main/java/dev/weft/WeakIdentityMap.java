package dev.weft;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Notes on objects that are not ours, each for as long as its object lives. For any thread. */
final class WeakIdentityMap<K, V> {
    private final ConcurrentMap<Object, V> notes = new ConcurrentHashMap<>();
    private final ReferenceQueue<K> collected = new ReferenceQueue<>();

    @Nullable V get(K object) {
        return notes.get(new Probe(object));
    }

    void put(K object, V note) {
        removeCollected();
        notes.put(new Key<>(object, collected), note);
    }

    @Nullable V remove(K object) {
        return notes.remove(new Probe(object));
    }

    private void removeCollected() {
        Reference<? extends K> key;
        while ((key = collected.poll()) != null) {
            notes.remove(key);
        }
    }

    private static boolean same(Object left, @Nullable Object right) {
        Object object = referent(left);
        return object != null && object == referent(right);
    }

    private static @Nullable Object referent(@Nullable Object key) {
        if (key instanceof Probe probe) {
            return probe.object;
        }
        return key instanceof Key<?> weak ? weak.get() : null;
    }

    private static final class Probe {
        private final Object object;

        Probe(Object object) {
            this.object = object;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    private static final class Key<K> extends WeakReference<K> {
        private final int hash;

        Key(K object, ReferenceQueue<K> collected) {
            super(object, collected);
            hash = System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || same(this, other);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
