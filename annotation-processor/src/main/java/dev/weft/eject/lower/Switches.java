package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Opens switches: one of arrows stays, which leads to where the old one led. */
final class Switches {

    /** Entries that lead to the same place. */
    private record Group(List<SwitchEntry> entries, Label start) {

        SwitchEntry last() {
            return entries.get(entries.size() - 1);
        }

        boolean isDefault() {
            return entries.stream().anyMatch(Switches::isDefault);
        }

        boolean isNull() {
            return entries.stream()
                    .flatMap(entry -> entry.getLabels().stream())
                    .anyMatch(Expression::isNullLiteralExpr);
        }
    }

    /** A switch expression that is open. */
    private record Open(SwitchExpr node, Consumer<Expression> sink) {}

    private final Lowering body;
    private final Deque<Open> open = new ArrayDeque<>();

    Switches(Lowering body) {
        this.body = body;
    }

    void lower(SwitchStmt choice) {
        lower(choice, choice, null);
    }

    /** Opens an expression, each value of which goes into the sink. */
    void lower(SwitchExpr choice, Consumer<Expression> sink) {
        open.push(new Open(choice, sink));
        lower(choice, choice, sink);
        open.pop();
    }

    /** Gives the value of a yield to the switch that it belongs to, if that is open. */
    boolean lower(YieldStmt given) {
        Open target = target(given);
        if (target == null) {
            return false;
        }
        target.sink.accept(given.getExpression());
        if (body.flow.isReached()) {
            Step.Jump jump = body.scopes.behind(target.node);
            if (jump != null) {
                body.flow.add(jump);
                body.flow.goOn(null);
            }
        }
        return true;
    }

    /** The open switch that a yield belongs to; null if its switch is as the user wrote it. */
    @Nullable Open target(YieldStmt given) {
        Node node = given;
        while (!(node instanceof SwitchExpr)) {
            node = node.getParentNode().orElseThrow();
        }
        Node found = node;
        return open.stream().filter(one -> one.node == found).findFirst().orElse(null);
    }

    /** Whether a yield in a statement gives a value to a switch that is open. */
    boolean yieldsOutOf(Statement statement) {
        return !open.isEmpty()
                && statement.findFirst(YieldStmt.class, given -> target(given) != null).isPresent();
    }

    private void lower(SwitchNode choice, Node node, @Nullable Consumer<Expression> sink) {
        if (choice.getEntries().stream().anyMatch(this::guardWaits)) {
            oneAfterTheOther(choice, node, sink);
        } else {
            atOnce(choice, node, sink);
        }
    }

    private boolean guardWaits(SwitchEntry entry) {
        return entry.getGuard().map(body.suspending::is).orElse(false);
    }

    /**
     * A guard that waits divides the switch: what comes behind it is tried in a switch of its own
     * if the guard does not hold.
     */
    private void oneAfterTheOther(
            SwitchNode choice, Node node, @Nullable Consumer<Expression> sink) {
        TypeMirror type = body.types.of(choice.getSelector());
        Variable selected = body.variables.temporary("selected", type);
        body.assign(selected, body.expressions.value(choice.getSelector()));
        Label behind = new Label();
        body.scopes.enter(node, behind, null);
        List<Group> rest = new ArrayList<>(groups(choice));
        while (!rest.isEmpty()) {
            List<Group> now = new ArrayList<>();
            do {
                now.add(rest.remove(0));
            } while (!rest.isEmpty() && !guardWaits(now.get(now.size() - 1).last()));
            Label next = new Label();
            List<Step.Branch> branches = new ArrayList<>();
            Block at = body.flow.block();
            body.flow.add(new Step.Select(Code.of(selected), branches));
            for (Group group : now) {
                Block branch = new Block(at);
                branches.add(new Step.Branch(label(group), branch));
                body.flow.goOn(branch);
                bindPatterns(group);
                guarded(group, next, behind, sink);
            }
            if (!takesAll(now, type)) {
                Block none = new Block(at);
                boolean nullLater = rest.stream().anyMatch(Group::isNull);
                String label = nullLater ? "case null, default" : "default";
                branches.add(new Step.Branch(Code.of(label), none));
                body.flow.goOn(none);
                body.flow.jump(next);
            }
            body.flow.goOn(null);
            body.flow.mark(next);
        }
        if (body.flow.isReached() && isExhaustive(choice)) {
            body.flow.exit("throw new MatchException(null, null);");
        }
        body.scopes.leave();
        body.flow.jump(behind);
        body.flow.mark(behind);
    }

    private void guarded(
            Group group, Label next, Label behind, @Nullable Consumer<Expression> sink) {
        if (guardWaits(group.last())) {
            Code holds = body.expressions.value(group.last().getGuard().orElseThrow());
            body.flow.choose(holds, () -> run(group, sink), () -> body.flow.jump(next));
        } else {
            run(group, sink);
        }
        body.flow.jump(behind);
    }

    /** Whether there is a default, or a pattern that every value matches. */
    private boolean takesAll(List<Group> groups, TypeMirror type) {
        return groups.stream()
                .anyMatch(
                        group ->
                                group.isDefault()
                                        || group.last().getLabels().stream()
                                                .anyMatch(label -> matchesAll(label, type)));
    }

    private boolean matchesAll(Expression label, TypeMirror type) {
        return label instanceof TypePatternExpr pattern
                && body.facts.types().isSubtype(type, body.types.declared(pattern));
    }

    private void atOnce(SwitchNode choice, Node node, @Nullable Consumer<Expression> sink) {
        Code selector = body.expressions.value(choice.getSelector());
        Label behind = new Label();
        List<Group> groups = groups(choice);
        Block at = body.flow.block();
        List<Step.Branch> branches = new ArrayList<>();
        body.flow.add(new Step.Select(selector, branches));
        List<Block> starts = new ArrayList<>();
        List<@Nullable Block> ends = new ArrayList<>();
        body.scopes.enter(node, behind, null);
        Label fallen = null;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            Block branch = new Block(at);
            branches.add(new Step.Branch(label(group), branch));
            starts.add(branch);
            body.flow.goOn(branch);
            if (fallen != null) {
                body.flow.jump(group.start);
                body.flow.begin(group.start);
            }
            bindPatterns(group);
            run(group, sink);
            boolean fallsThrough =
                    i < groups.size() - 1
                            && group.last().getType() == SwitchEntry.Type.STATEMENT_GROUP
                            && body.flow.isReached()
                            && sink == null
                            && !endsByBreak(group.last());
            fallen = null;
            if (fallsThrough) {
                fallen = groups.get(i + 1).start;
                body.flow.jump(fallen);
            }
            ends.add(body.flow.isReached() ? body.flow.block() : null);
        }
        body.scopes.leave();
        boolean exhaustive = choice instanceof SwitchExpr || isExhaustive(choice);
        if (choice instanceof SwitchExpr && !hasDefault(choice) && !isExhaustive(choice)) {
            Block none = new Block(at);
            branches.add(new Step.Branch(Code.of("default"), none));
            none.steps().add(new Step.Exit(Code.of("throw new IncompatibleClassChangeError();")));
        } else if (!exhaustive) {
            Block none = new Block(at);
            branches.add(new Step.Branch(Code.of("default"), none));
            starts.add(none);
            ends.add(none);
        }
        body.flow.join(at, starts, ends);
        body.flow.mark(behind);
    }

    private void bindPatterns(Group group) {
        for (SwitchEntry entry : group.entries) {
            for (Expression label : entry.getLabels()) {
                for (TypePatternExpr pattern : label.findAll(TypePatternExpr.class)) {
                    Variable variable = body.variables.of(pattern);
                    variable.declaredIn(body.flow.block());
                    body.bind(variable);
                }
            }
        }
    }

    private void run(Group group, @Nullable Consumer<Expression> sink) {
        SwitchEntry entry = group.last();
        if (sink != null && entry.getType() == SwitchEntry.Type.EXPRESSION) {
            sink.accept(((ExpressionStmt) entry.getStatement(0)).getExpression());
            return;
        }
        List<Statement> statements = new ArrayList<>(entry.getStatements());
        if (statements.size() == 1 && statements.get(0) instanceof BlockStmt block) {
            statements = new ArrayList<>(block.getStatements());
        }
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        if (last instanceof YieldStmt given && sink != null) {
            body.statements.all(statements.subList(0, statements.size() - 1));
            if (body.flow.isReached()) {
                sink.accept(given.getExpression());
            }
            return;
        }
        if (endsByBreak(entry)) {
            statements.remove(statements.size() - 1);
        }
        body.statements.all(statements);
    }

    /** A break at the end says nothing that the arrow does not. */
    private static boolean endsByBreak(SwitchEntry entry) {
        return entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
                && entry.getStatements().getLast().orElse(null) instanceof BreakStmt jump
                && jump.getLabel().isEmpty();
    }

    private static List<Group> groups(SwitchNode choice) {
        List<Group> groups = new ArrayList<>();
        List<SwitchEntry> entries = new ArrayList<>();
        for (SwitchEntry entry : choice.getEntries()) {
            entries.add(entry);
            boolean joins =
                    entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
                            && entry.getStatements().isEmpty()
                            && entry != choice.getEntries().getLast().orElse(null);
            if (!joins) {
                groups.add(new Group(entries, new Label()));
                entries = new ArrayList<>();
            }
        }
        return groups;
    }

    private Code label(Group group) {
        if (group.isDefault() && !group.isNull()) {
            return Code.of("default");
        }
        List<Object> parts = new ArrayList<>();
        for (SwitchEntry entry : group.entries) {
            for (Expression label : entry.getLabels()) {
                parts.add(parts.isEmpty() ? "case " : ", ");
                parts.add(label.isPatternExpr() ? label : new Code.Untouched(label));
            }
        }
        if (group.isDefault()) {
            parts.add(", default");
        }
        group.last()
                .getGuard()
                .filter(guard -> !body.suspending.is(guard))
                .ifPresent(
                        guard -> {
                            parts.add(" when ");
                            parts.add(guard);
                        });
        return new Code(parts);
    }

    private static boolean isDefault(SwitchEntry entry) {
        return entry.isDefault() || entry.getLabels().isEmpty();
    }

    private static boolean hasDefault(SwitchNode choice) {
        return choice.getEntries().stream().anyMatch(Switches::isDefault);
    }

    /** Whether one of its entries is taken in any case, as the language demands. */
    static boolean isExhaustive(SwitchNode choice) {
        return hasDefault(choice)
                || choice.getEntries().stream()
                        .flatMap(entry -> entry.getLabels().stream())
                        .anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr());
    }
}
