package dev.weft.processor.fix;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Name;

/**
 * Finds JavaParser's nodes of javac's trees. javac knows where a tree starts and not always where
 * it ends, so that a node is told by its start, its kind and its names.
 */
final class Nodes {

    private final CompilationUnitTree javac;
    private final SourcePositions positions;
    private final CompilationUnit unit;
    private final SourceText source;

    Nodes(
            CompilationUnitTree javac,
            SourcePositions positions,
            CompilationUnit unit,
            SourceText source) {
        this.javac = javac;
        this.positions = positions;
        this.unit = unit;
        this.source = source;
    }

    Optional<? extends Node> of(Tree tree) {
        if (tree instanceof MethodInvocationTree call) {
            return first(MethodCallExpr.class, node -> startsAt(node, tree) && isOne(node, call));
        }
        if (tree instanceof TryTree) {
            return first(TryStmt.class, node -> startsAt(node, tree));
        }
        if (tree instanceof CatchTree) {
            return first(CatchClause.class, node -> startsAt(node, tree));
        }
        if (tree instanceof VariableTree variable) {
            return declaration(variable);
        }
        if (tree instanceof IdentifierTree name) {
            return first(
                    NameExpr.class,
                    node ->
                            startsAt(node, tree)
                                    && name.getName().contentEquals(node.getNameAsString()));
        }
        return partOfParent(tree);
    }

    private <N extends Node> Optional<N> first(Class<N> kind, Predicate<N> wanted) {
        return unit.findFirst(kind, wanted);
    }

    private boolean startsAt(Node node, Tree tree) {
        return source.start(node) == positions.getStartPosition(javac, tree);
    }

    /** In a chain all calls start at one place. */
    private static boolean isOne(MethodCallExpr node, MethodInvocationTree call) {
        return calledName(call).contentEquals(node.getNameAsString())
                && node.getArguments().size() == call.getArguments().size()
                && callsBefore(node) == callsBefore(call);
    }

    private static Name calledName(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier()
                : ((IdentifierTree) call.getMethodSelect()).getName();
    }

    private static int callsBefore(MethodCallExpr node) {
        return node.getScope().map(Nodes::callsIn).orElse(0);
    }

    private static int callsIn(Expression scope) {
        if (scope instanceof MethodCallExpr call) {
            return 1 + callsBefore(call);
        }
        return scope.isFieldAccessExpr() ? callsIn(scope.asFieldAccessExpr().getScope()) : 0;
    }

    private static int callsBefore(Tree call) {
        Tree at = call;
        int calls = -1;
        while (true) {
            if (at instanceof MethodInvocationTree inner) {
                calls++;
                at = inner.getMethodSelect();
            } else if (at instanceof MemberSelectTree select) {
                at = select.getExpression();
            } else {
                return calls;
            }
        }
    }

    /** A declaration that stands alone, with its semicolon. */
    private Optional<ExpressionStmt> declaration(VariableTree variable) {
        return first(
                        VariableDeclarator.class,
                        node ->
                                variable.getName().contentEquals(node.getNameAsString())
                                        && isAt(node, variable))
                .flatMap(Node::getParentNode)
                .filter(VariableDeclarationExpr.class::isInstance)
                .filter(node -> ((VariableDeclarationExpr) node).getVariables().size() == 1)
                .flatMap(Node::getParentNode)
                .filter(ExpressionStmt.class::isInstance)
                .map(ExpressionStmt.class::cast);
    }

    /** For {@code var} some javacs say where the name is. */
    private boolean isAt(VariableDeclarator node, VariableTree variable) {
        return startsAt(node.getName(), variable)
                || node.getParentNode().filter(parent -> startsAt(parent, variable)).isPresent();
    }

    private Optional<? extends Node> partOfParent(Tree tree) {
        TreePath path = TreePath.getPath(javac, tree);
        Tree parent = path.getParentPath().getLeaf();
        if (parent instanceof MethodInvocationTree call) {
            return call(call).map(node -> node.getArgument(call.getArguments().indexOf(tree)));
        }
        if (parent instanceof VariableTree variable) {
            return declaration(variable)
                    .flatMap(node -> node.findFirst(VariableDeclarator.class))
                    .flatMap(VariableDeclarator::getInitializer);
        }
        return parent instanceof MemberSelectTree
                        && path.getParentPath().getParentPath().getLeaf()
                                instanceof MethodInvocationTree call
                ? call(call).flatMap(MethodCallExpr::getScope)
                : Optional.empty();
    }

    private Optional<MethodCallExpr> call(MethodInvocationTree call) {
        return of(call).map(MethodCallExpr.class::cast);
    }
}
