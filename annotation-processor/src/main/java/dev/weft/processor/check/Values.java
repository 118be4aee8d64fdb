package dev.weft.processor.check;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The expressions, one of which gives an expression its value. */
final class Values {

    private final Predicate<ExpressionTree> whole;
    private final List<ExpressionTree> found = new ArrayList<>();

    private Values(Predicate<ExpressionTree> whole) {
        this.whole = whole;
    }

    /** The values of conditionals and switches, except for those that are a whole. */
    static List<ExpressionTree> of(ExpressionTree tree, Predicate<ExpressionTree> whole) {
        Values values = new Values(whole);
        values.add(tree);
        return values.found;
    }

    private void add(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parentheses) {
            add(parentheses.getExpression());
        } else if (tree instanceof ConditionalExpressionTree choice && !whole.test(tree)) {
            add(choice.getTrueExpression());
            add(choice.getFalseExpression());
        } else if (tree instanceof SwitchExpressionTree choice && !whole.test(tree)) {
            choice.getCases().forEach(this::add);
        } else {
            found.add(tree);
        }
    }

    private void add(CaseTree rule) {
        if (rule.getBody() instanceof ExpressionTree value) {
            add(value);
        } else if (rule.getBody() != null) {
            rule.getBody().accept(new Yields(), null);
        } else {
            rule.getStatements().forEach(statement -> statement.accept(new Yields(), null));
        }
    }

    /** The values that leave one switch, and not those of a switch, class or lambda inside. */
    private final class Yields extends TreeScanner<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
            add(tree.getValue());
            return null;
        }

        @Override
        public @Nullable Void visitSwitchExpression(
                SwitchExpressionTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(
                LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }
    }
}
