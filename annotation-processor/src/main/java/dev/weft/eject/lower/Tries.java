package dev.weft.eject.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes regions of try statements; finally blocks and closes of resources become endings. */
final class Tries {

    private final Lowering body;

    Tries(Lowering body) {
        this.body = body;
    }

    void lower(TryStmt block) {
        if (block.getFinallyBlock().isEmpty()) {
            handled(block);
            return;
        }
        Label behind = new Label();
        Endings.Piece piece = new Endings(body).open();
        handled(block);
        piece.close();
        piece.doing(behind, () -> body.statements.one(block.getFinallyBlock().get()));
        body.flow.mark(behind);
    }

    private void handled(TryStmt block) {
        if (block.getCatchClauses().isEmpty()) {
            resources(block, 0);
            return;
        }
        Label start = new Label();
        body.flow.jump(start);
        Region outer = body.flow.region();
        Region region = new Region(outer);
        body.flow.enter(region);
        body.flow.begin(start);
        resources(block, 0);
        body.flow.enter(outer);
        List<@Nullable Block> ends = new ArrayList<>();
        ends.add(body.flow.isReached() ? body.flow.block() : null);
        for (CatchClause handler : block.getCatchClauses()) {
            ends.add(handle(handler, region));
        }
        Label behind = new Label();
        for (Block end : ends) {
            body.flow.goOn(end);
            body.flow.jump(behind);
        }
        body.flow.mark(behind);
    }

    private @Nullable Block handle(CatchClause handler, Region region) {
        Variable failure = body.variables.declared(handler.getParameter(), Variable.Kind.BOUND);
        Block block = new Block(null);
        failure.declaredIn(block);
        region.handlers().add(new Region.Handler(header(handler, failure), block));
        return body.flow.run(
                block,
                () -> {
                    body.bind(failure);
                    body.statements.one(handler.getBody());
                });
    }

    /** The parser's node of a parameter that is caught begins behind the package of its type. */
    private Code header(CatchClause handler, Variable failure) {
        int open = body.source.text().indexOf('(', body.source.start(handler));
        String name = handler.getParameter().getNameAsString();
        String declared =
                body.source
                        .text()
                        .substring(open + 1, body.source.start(handler.getParameter().getName()));
        return name.isEmpty() ? Code.of(declared) : Code.of(declared, failure);
    }

    private void resources(TryStmt block, int index) {
        if (index == block.getResources().size()) {
            body.statements.one(block.getTryBlock());
            return;
        }
        Expression resource = block.getResources().get(index);
        Variable opened = open(resource);
        Label behind = new Label();
        Endings.Piece piece = new Endings(body).open();
        resources(block, index + 1);
        piece.close();
        if (body.suspending.isClosedAsync(resource)) {
            piece.closing(opened, behind);
        } else {
            piece.closingNow(opened, behind);
        }
        body.flow.mark(behind);
    }

    private Variable open(Expression resource) {
        if (resource instanceof VariableDeclarationExpr declaration) {
            Variable variable = body.variables.of(declaration.getVariable(0));
            body.statements.declareApart(declaration.getVariable(0));
            return variable;
        }
        if (resource instanceof NameExpr && body.variables.known(resource) != null) {
            return Objects.requireNonNull(body.variables.known(resource));
        }
        Variable variable = body.variables.temporary("resource", body.types.of(resource));
        body.assign(variable, Code.of(resource));
        return variable;
    }
}
