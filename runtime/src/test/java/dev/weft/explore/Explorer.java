package dev.weft.explore;

import dev.weft.EventLoop;
import dev.weft.loop.VirtualClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs a small program in every order there is, on the real loop, and compares each run with a
 * model, step by step. An order is which task does its next step, where cancels strike, when
 * timeouts are over, and which of this happens within one iteration of the loop.
 */
public final class Explorer implements AutoCloseable {
    private final VirtualClock clock = new VirtualClock();
    private final EventLoop loop = EventLoop.create(clock);
    private Supplier<Map<String, Model>> models;
    private int cancels;
    private int times;
    private long schedules;

    /** What was chosen in the run, and among how many. */
    private final List<int[]> path = new ArrayList<>();

    public Explorer() {
        loop.setExceptionHandler((where, context) -> {});
    }

    /** What the programs use, made anew for each run, by the names that their steps use. */
    public Explorer of(Supplier<Map<String, Model>> models) {
        this.models = models;
        this.cancels = 0;
        this.times = 0;
        return this;
    }

    /** How many cancels strike in a run. */
    public Explorer cancels(int cancels) {
        this.cancels = cancels;
        return this;
    }

    /** How often all timeouts under way are over at once; steps with a timeout end in {@code ~}. */
    public Explorer times(int times) {
        this.times = times;
        return this;
    }

    /** Explores a program: the steps of each task, separated by blanks. */
    public Explorer explore(String... tasks) {
        List<List<String>> program =
                Arrays.stream(tasks).map(task -> List.of(task.split(" "))).toList();
        path.clear();
        do {
            runOnce(program);
            schedules++;
        } while (next());
        return this;
    }

    /** How many orders were run. */
    public long schedules() {
        return schedules;
    }

    /** Goes to the next path, depth first; false if there is none. */
    private boolean next() {
        while (!path.isEmpty()) {
            int[] last = path.get(path.size() - 1);
            if (++last[0] < last[1]) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    private void runOnce(List<List<String>> program) {
        try {
            run(program, null);
        } catch (Throwable failure) {
            throw new AssertionError(tellAgain(program, failure), failure);
        }
    }

    /** Runs the same order once more, to tell what happens in it. */
    private String tellAgain(List<List<String>> program, Throwable failure) {
        List<String> story = new ArrayList<>();
        try {
            run(program, story);
        } catch (Throwable again) {
            // It is the same one.
        }
        return failure + "\n  in " + program + "\n  " + String.join("\n  ", story);
    }

    private void run(List<List<String>> program, List<String> story) {
        World world = new World(loop, clock, models.get(), program, story);
        int cancelsLeft = cancels;
        int timesLeft = times;
        for (int depth = 0; ; depth++) {
            List<Action> possible = world.possible(cancelsLeft, timesLeft);
            if (possible.isEmpty()) {
                break;
            }
            if (depth == path.size()) {
                path.add(new int[] {0, possible.size()});
            }
            Action action = possible.get(path.get(depth)[0]);
            cancelsLeft -= action instanceof Action.Cancel ? 1 : 0;
            timesLeft -= action instanceof Action.Time ? 1 : 0;
            world.perform(action);
        }
        world.finish();
    }

    @Override
    public void close() {
        loop.close();
    }
}
