package dev.weft.processor.check;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A catch around an await that takes cancels too throws them again. */
final class SwallowedCancel implements Rule {

    private static final String CANCELLED = Names.PACKAGE + "CancelledError";
    private static final Set<String> WIDER = Set.of("java.lang.Throwable", "java.lang.Error");

    private final Attribution attribution;

    SwallowedCancel(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(TryTree.class)
                .filter(path -> isLeftByCancels(body, (TryTree) path.getLeaf()))
                .forEach(path -> check(path, body, reporter));
    }

    private boolean isLeftByCancels(AsyncBody body, TryTree tree) {
        return Stream.concat(Stream.of(tree.getBlock()), tree.getResources().stream())
                .flatMap(body::suspensionsIn)
                .anyMatch(suspension -> !awaitsWhatIsDone(suspension));
    }

    /** A cancel comes where something has to be waited for. */
    private boolean awaitsWhatIsDone(TreePath suspension) {
        return suspension.getLeaf() instanceof MethodInvocationTree call
                && "await".contentEquals(String.valueOf(Names.lastOf(call.getMethodSelect())))
                && !call.getArguments().isEmpty()
                && new DoneFutures(attribution.trees())
                        .isDone(suspension, new TreePath(suspension, call.getArguments().get(0)));
    }

    /** The first clause that takes a cancel is the only one that does. */
    private void check(TreePath path, AsyncBody body, Reporter reporter) {
        for (CatchTree clause : ((TryTree) path.getLeaf()).getCatches()) {
            TreePath handler = new TreePath(path, clause);
            String type = typeThatTakesCancels(handler);
            if (type != null) {
                if (!Rethrow.isCertain(attribution.trees(), handler)) {
                    reporter.report(
                            clause.getParameter().getType(),
                            remedy(clause, type, body),
                            Diagnostics.CANCEL_SWALLOWED,
                            type);
                }
                return;
            }
        }
    }

    private static @Nullable Remedy remedy(CatchTree clause, String type, AsyncBody body) {
        boolean taken =
                body.all(VariableTree.class)
                        .map(path -> ((VariableTree) path.getLeaf()).getName())
                        .anyMatch(name -> name.contentEquals("cancelled"));
        return taken || type.equals("CancelledError")
                ? null
                : Remedy.of(
                        clause,
                        "catch ({" + CANCELLED + "} cancelled) {\n    throw cancelled;\n} {0}",
                        clause);
    }

    private @Nullable String typeThatTakesCancels(TreePath handler) {
        Tree written = ((CatchTree) handler.getLeaf()).getParameter().getType();
        List<? extends Tree> types =
                written instanceof UnionTypeTree union
                        ? union.getTypeAlternatives()
                        : List.of(written);
        for (Tree type : types) {
            TypeMirror mirror = attribution.trees().getTypeMirror(new TreePath(handler, type));
            if (mirror instanceof DeclaredType declared
                    && (Names.is(declared.asElement(), CANCELLED)
                            || WIDER.contains(declared.asElement().toString()))) {
                return Names.simple(mirror);
            }
        }
        return null;
    }
}
