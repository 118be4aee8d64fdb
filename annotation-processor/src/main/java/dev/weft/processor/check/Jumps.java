package dev.weft.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells statements that never complete, as far as their last words say so. */
final class Jumps {

    private Jumps() {}

    static boolean always(@Nullable StatementTree statement) {
        if (statement instanceof BlockTree block) {
            List<? extends StatementTree> statements = block.getStatements();
            return !statements.isEmpty() && always(statements.get(statements.size() - 1));
        }
        if (statement instanceof IfTree choice) {
            return always(choice.getThenStatement()) && always(choice.getElseStatement());
        }
        return statement != null
                && switch (statement.getKind()) {
                    case RETURN, THROW, BREAK, CONTINUE, YIELD -> true;
                    default -> false;
                };
    }
}
