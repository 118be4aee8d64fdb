package dev.weft.explore;

import dev.weft.AsyncQueue;
import dev.weft.QueueShutDownException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A queue; which item is next is asked of a function. */
public final class QueueModel extends Model {
    private static final String SHUT_DOWN = QueueShutDownException.class.getSimpleName();

    private final AsyncQueue<String> queue;
    private final Function<List<String>, String> next;
    private final List<String> items = new ArrayList<>();
    private int unfinished;
    private boolean shutDown;

    public QueueModel(AsyncQueue<String> queue, Function<List<String>, String> next) {
        this.queue = queue;
        this.next = next;
    }

    public static QueueModel fifo(int maxSize) {
        return new QueueModel(new AsyncQueue<>(maxSize), items -> items.get(0));
    }

    private boolean full() {
        return queue.maxSize() > 0 && items.size() >= queue.maxSize();
    }

    private Object put(String item) {
        items.add(item);
        unfinished++;
        return "null";
    }

    private Object take() {
        String item = next.apply(items);
        items.remove(item);
        return item;
    }

    private final class Put extends Op {
        private final String item;

        Put(String item) {
            this.item = item;
        }

        @Override
        public Object start(Walker walker) {
            return queue.put(item);
        }

        @Override
        public Object attempt(Request request) {
            if (shutDown) {
                return SHUT_DOWN;
            }
            return full() ? WAIT : put(item);
        }
    }

    private final class Get extends Op {
        private final boolean iterating;

        Get(boolean iterating) {
            this.iterating = iterating;
        }

        @Override
        public Object start(Walker walker) throws Exception {
            return iterating ? queue.iterator().next() : queue.get();
        }

        @Override
        public Object attempt(Request request) {
            if (!items.isEmpty()) {
                return take();
            }
            return shutDown ? iterating ? "StopAsyncIteration" : SHUT_DOWN : WAIT;
        }
    }

    private final class Join extends Op {
        @Override
        public Object start(Walker walker) {
            return queue.join();
        }

        @Override
        public Object attempt(Request request) {
            return unfinished == 0 ? "null" : WAIT;
        }
    }

    private Object putNowait(String item) {
        if (shutDown) {
            return SHUT_DOWN;
        }
        return full() ? "QueueFullException" : put(item);
    }

    private Object getNowait() {
        if (!items.isEmpty()) {
            return take();
        }
        return shutDown ? SHUT_DOWN : "QueueEmptyException";
    }

    private Object taskDone() {
        if (unfinished == 0) {
            return "IllegalStateException";
        }
        unfinished--;
        return "null";
    }

    private Object shutDown(boolean immediate) {
        shutDown = true;
        if (immediate) {
            unfinished -= Math.min(items.size(), unfinished);
            items.clear();
        }
        return "null";
    }

    @Override
    protected Op op(String verb, String argument) {
        return switch (verb) {
            case "put" -> new Put(argument);
            case "get" -> new Get(false);
            case "next" -> new Get(true);
            case "join" -> new Join();
            case "putNowait" ->
                    Op.of(
                            w -> {
                                queue.putNowait(argument);
                                return null;
                            },
                            r -> putNowait(argument));
            case "getNowait" -> Op.of(w -> queue.getNowait(), r -> getNowait());
            case "taskDone" ->
                    Op.of(
                            w -> {
                                queue.taskDone();
                                return null;
                            },
                            r -> taskDone());
            case "shutdown" ->
                    Op.of(
                            w -> {
                                queue.shutdown(argument.equals("now"));
                                return null;
                            },
                            r -> shutDown(argument.equals("now")));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Override
    protected void compare() {
        AsyncQueue.Statistics now = queue.statistics();
        same("size", now.size(), items.size());
        same("unfinished", now.unfinished(), unfinished);
        same("getting", now.getting(), waiting(Get.class));
        same("putting", now.putting(), waiting(Put.class));
    }

    @Override
    protected void finished() {
        AsyncQueue.Statistics now = queue.statistics();
        same("waiting", now.getting() + now.putting(), 0);
        for (String item : List.copyOf(items)) {
            same("an item that is left", queue.getNowait(), take());
        }
        same("size", queue.size(), 0);
    }
}
