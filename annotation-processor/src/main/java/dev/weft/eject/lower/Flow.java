package dev.weft.eject.lower;

import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Ending;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.State;
import dev.weft.eject.code.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the next step goes: a block of a state, or nowhere behind a jump. */
final class Flow {

    private Region region;
    private @Nullable Block block;

    Flow(Region region) {
        this.region = region;
    }

    /** Whether control comes to here. */
    boolean isReached() {
        return block != null;
    }

    Region region() {
        return region;
    }

    /** The block that steps go to. */
    Block block() {
        return Objects.requireNonNull(block, "control does not come to here");
    }

    void goOn(@Nullable Block at) {
        block = at;
    }

    void enter(Region inner) {
        region = inner;
    }

    void add(Step step) {
        if (block != null) {
            block.steps().add(step);
        }
    }

    void line(Object... parts) {
        add(new Step.Line(Code.of(parts)));
    }

    void exit(Object... parts) {
        add(new Step.Exit(Code.of(parts)));
        block = null;
    }

    void jump(Label target) {
        jump(List.of(), target);
    }

    void jump(List<Ending> through, Label target) {
        if (block != null) {
            add(jumping(through, target));
            block = null;
        }
    }

    /** A jump, with all that it comes through told where to go on. */
    static Step.Jump jumping(List<Ending> through, Label target) {
        for (int i = 0; i < through.size(); i++) {
            boolean last = i == through.size() - 1;
            through.get(i).ways().add(last ? target : through.get(i + 1).entry());
            through.get(i).entry().use();
        }
        target.use();
        return new Step.Jump(List.copyOf(through), target);
    }

    /** Begins a state. */
    void begin(Label label) {
        if (block != null) {
            jump(label);
        }
        State state = new State(label);
        region.parts().add(state);
        block = state.block();
    }

    /** Begins a state if anything goes here. */
    void mark(Label label) {
        if (label.isUsed()) {
            begin(label);
        }
    }

    /** Waits: behind this control is in the next state. */
    void suspend(Object... call) {
        if (block != null) {
            Label next = new Label().use();
            add(new Step.Suspend(next, Code.of(call)));
            block = null;
            begin(next);
        }
    }

    void emit(Code element) {
        if (block != null) {
            Label next = new Label().use();
            add(new Step.Emit(next, element));
            block = null;
            begin(next);
        }
    }

    /** Goes one of two ways, and on where they meet. */
    void choose(Code condition, Runnable then, Runnable otherwise) {
        if (block == null) {
            return;
        }
        Block at = block;
        Block first = new Block(at);
        Block second = new Block(at);
        add(new Step.Choice(condition, first, second));
        List<@Nullable Block> ends = new ArrayList<>();
        ends.add(run(first, then));
        ends.add(run(second, otherwise));
        join(at, List.of(first, second), ends);
    }

    /** Fills a branch, and tells where control is then. */
    @Nullable Block run(Block branch, Runnable steps) {
        block = branch;
        steps.run();
        return block;
    }

    /** Goes on behind branches: in the same state, as long as none of them came into another. */
    void join(Block at, List<Block> starts, List<@Nullable Block> ends) {
        List<Block> reached = new ArrayList<>();
        boolean split = false;
        for (int i = 0; i < ends.size(); i++) {
            Block end = ends.get(i);
            if (end != null) {
                reached.add(end);
                split |= end != starts.get(i);
            }
        }
        if (!split || reached.size() < 2) {
            block = reached.isEmpty() ? null : split ? reached.get(0) : at;
            return;
        }
        Label join = new Label();
        for (Block end : reached) {
            block = end;
            jump(join);
        }
        begin(join);
    }
}
