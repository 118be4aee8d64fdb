package dev.weft.differential;

import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.differential.probe.Leaf;
import dev.weft.differential.probe.LeafMode;
import dev.weft.differential.probe.Probe;
import dev.weft.differential.probe.Recorder;
import dev.weft.loop.VirtualClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs woven programs on a loop with a virtual clock, each to its end. */
final class WovenSide implements Side {

    private static final int SECONDS = 30;

    private final List<String> reported = new CopyOnWriteArrayList<>();
    private ExecutorService thread = newThread();
    private volatile @Nullable EventLoop loop;
    private LeafMode mode = LeafMode.AT_ONCE;
    private long seed;

    /** Says how the leaves of the next runs complete. */
    WovenSide with(LeafMode mode, long seed) {
        this.mode = mode;
        this.seed = seed;
        return this;
    }

    @Override
    public Outcome run(Program program, Recorder recorder) {
        Probe.record(recorder);
        Leaf.use(mode, seed);
        var run = thread.submit(() -> runHere(program, recorder));
        try {
            return run.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.shutdownNow();
            thread = newThread();
            loop = null;
            return Outcome.threw(recorder, new IllegalStateException("the program hangs"));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome runHere(Program program, Recorder recorder) {
        Outcome outcome;
        EventLoop loop = this.loop;
        if (loop == null) this.loop = loop = newLoop();
        try {
            Coroutine<?> main = (Coroutine<?>) program.start();
            outcome = Outcome.returned(recorder, loop.runUntilComplete(main));
        } catch (Throwable t) {
            outcome = Outcome.threw(recorder, t);
        }
        if (reported.isEmpty()) return outcome;
        Outcome spoiled =
                Outcome.threw(recorder, new IllegalStateException("reported " + reported));
        reported.clear();
        return spoiled;
    }

    private EventLoop newLoop() {
        EventLoop made = EventLoop.create(new VirtualClock());
        made.setExceptionHandler((at, context) -> reported.add(context.toString()));
        return made;
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(
                task -> {
                    Thread thread = new Thread(task, "woven");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
