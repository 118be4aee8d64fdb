package dev.weft.explore;

import dev.weft.EventLoop;
import dev.weft.loop.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of a program: its tasks, its primitives, and what the model says of them now. */
public final class World {
    private final EventLoop loop;
    private final VirtualClock clock;
    private final Map<String, Model> models;
    final List<Walker> walkers = new ArrayList<>();

    /** What waits in the model, in the order in which it has its turn. */
    public final List<Request> waiting = new ArrayList<>();

    /** What happened; null for a run that nobody reads about. */
    private final List<String> log;

    /** A failure inside of a task. */
    private AssertionError failure;

    private boolean timeHasPassed;

    World(
            EventLoop loop,
            VirtualClock clock,
            Map<String, Model> models,
            List<List<String>> program,
            List<String> log) {
        this.log = log;
        this.loop = loop;
        this.clock = clock;
        this.models = models;
        models.values().forEach(model -> model.world = this);
        for (List<String> steps : program) {
            Walker walker = new Walker(this, walkers.size(), steps);
            walkers.add(walker);
            walker.task = loop.createTask(walker);
        }
        tick();
    }

    void log(Object event) {
        if (log != null) {
            log.add(event.toString());
        }
    }

    boolean isTold() {
        return log != null;
    }

    AssertionError fail(String what) {
        AssertionError failure = new AssertionError(what);
        if (this.failure == null) {
            this.failure = failure;
        }
        return failure;
    }

    /** A step is {@code model.verb} or {@code model.verb=argument}, alternatives with a bar. */
    List<Op> ops(String text) {
        List<Op> ops = new ArrayList<>();
        for (String one : text.split("\\|")) {
            String[] parts = one.split("[.=]", 3);
            Model model = models.get(parts[0]);
            Op op = model.op(parts[1], parts.length > 2 ? parts[2] : "");
            op.model = model;
            ops.add(op);
        }
        return ops;
    }

    void begin(Request request) {
        log(request);
        request.timed = request.ops.stream().anyMatch(TimeModel.Passes.class::isInstance);
        waiting.add(request);
        request.attempt();
        settle();
    }

    /** Does whatever can be done, first come first served. */
    public void settle() {
        boolean again;
        do {
            again = false;
            for (Request request : List.copyOf(waiting)) {
                if (request.waits() && request.attempt()) {
                    again = true;
                    break;
                }
            }
        } while (again);
    }

    void ended(Walker walker) {
        models.values().forEach(model -> model.ended(walker));
        settle();
    }

    boolean interrupt(Request request) {
        boolean interrupted = request.interrupt();
        settle();
        return interrupted;
    }

    void timePassed(Request request) {
        log("time is over for");
        log(request);
        if (request.waits() && request.timed) {
            request.timeIsOver();
        } else if (request.waits()) {
            request.timedOut = interrupt(request);
        } else {
            request.timedOut = request.interrupted();
        }
    }

    /** What can happen next. */
    List<Action> possible(int cancelsLeft, int timesLeft) {
        List<Action> actions = new ArrayList<>();
        boolean timed = false;
        boolean due = timeHasPassed;
        for (Walker walker : walkers) {
            due |= walker.due();
            timed |= walker.waitsForTime();
            if (walker.atGate()) {
                actions.add(new Action.Step(walker.number));
            }
            if (cancelsLeft > 0 && !walker.done) {
                actions.add(new Action.Cancel(walker.number));
            }
        }
        if (timed && timesLeft > 0 && !timeHasPassed) {
            actions.add(new Action.Time());
        }
        if (due) {
            actions.add(new Action.Tick());
        }
        return actions;
    }

    void perform(Action action) {
        log(action);
        if (action instanceof Action.Step step) {
            walkers.get(step.task()).open();
        } else if (action instanceof Action.Cancel cancel) {
            walkers.get(cancel.task()).cancel();
        } else if (action instanceof Action.Time) {
            clock.jumpTo(clock.nanoTime() + Walker.TIMEOUT.toNanos());
            timeHasPassed = true;
        } else {
            tick();
        }
        compare();
    }

    /** Runs one iteration; who was due before has to have run then. */
    private void tick() {
        List<Walker> due = walkers.stream().filter(Walker::due).toList();
        int[] before = due.stream().mapToInt(Walker::progress).toArray();
        timeHasPassed = false;
        loop.stop();
        loop.runForever();
        if (failure != null) {
            throw failure;
        }
        for (Walker walker : walkers) {
            if (walker.task.done() && !walker.done) {
                throw new AssertionError(walker + " died", walker.task.exception());
            }
        }
        for (int i = 0; i < before.length; i++) {
            if (due.get(i).progress() == before[i]) {
                throw new AssertionError("lost wake-up: " + due.get(i) + " does not go on");
            }
        }
    }

    private void compare() {
        models.values().forEach(Model::compare);
    }

    /** Cancels who waits for ever, gives back what is held, and looks at what is left. */
    void finish() {
        for (int round = 0; walkers.stream().anyMatch(walker -> !walker.done); round++) {
            if (round > 100) {
                throw new AssertionError("cannot be ended by cancelling");
            }
            for (Walker walker : walkers) {
                if (walker.atGate()) {
                    walker.open();
                } else if (!walker.done && !walker.due()) {
                    walker.cancel();
                }
            }
            log("[end]");
            tick();
            compare();
        }
        for (Walker walker : walkers) {
            while (!walker.permits.isEmpty()) {
                walker.permits.pop().close();
            }
        }
        models.values().forEach(Model::finished);
        if (!waiting.isEmpty()) {
            throw new AssertionError("still waiting: " + waiting);
        }
    }
}
