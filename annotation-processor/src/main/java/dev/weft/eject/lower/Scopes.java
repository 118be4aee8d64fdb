package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Ending;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is around a statement and has been taken apart: where jumps go, and through what. */
final class Scopes {

    /** A statement that jumps may leave or continue. */
    private record Target(Node statement, @Nullable Label behind, @Nullable Label next) {}

    private final Deque<Object> around = new ArrayDeque<>();

    void enter(Ending ending) {
        around.push(ending);
    }

    void enter(Node statement, @Nullable Label behind, @Nullable Label next) {
        around.push(new Target(statement, behind, next));
    }

    void leave() {
        around.pop();
    }

    /** A jump behind a statement; null if the statement is as the user wrote it. */
    Step.@Nullable Jump behind(Node statement) {
        return jump(statement, Target::behind);
    }

    /** A jump to the next round of a loop; null if the loop is as the user wrote it. */
    Step.@Nullable Jump continuing(Node loop) {
        return jump(loop, Target::next);
    }

    private Step.@Nullable Jump jump(Node statement, Function<Target, @Nullable Label> side) {
        List<Ending> through = new ArrayList<>();
        for (Object scope : around) {
            if (scope instanceof Ending ending) {
                through.add(ending);
            } else if (scope instanceof Target target && target.statement == statement) {
                Label label = side.apply(target);
                if (label != null) {
                    return Flow.jumping(through, label);
                }
            }
        }
        return null;
    }

    /** All that a return comes through. */
    List<Ending> throughAll() {
        return around.stream().filter(Ending.class::isInstance).map(Ending.class::cast).toList();
    }
}
