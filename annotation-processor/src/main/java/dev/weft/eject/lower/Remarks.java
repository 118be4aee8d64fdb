package dev.weft.eject.lower;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.stmt.Statement;
import dev.weft.eject.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The comments between statements. */
final class Remarks {

    /**
     * The comments before a statement, without those that end the line of what comes before; an
     * empty one for a blank line.
     */
    List<String> before(Statement statement) {
        Deque<JavaToken> passed = new ArrayDeque<>();
        Optional<JavaToken> token = SourceFile.tokens(statement).getBegin().getPreviousToken();
        while (token.isPresent() && token.get().getCategory().isWhitespaceOrComment()) {
            if (token.get().getCategory().isComment()) passed.push(token.get());
            token = token.get().getPreviousToken();
        }
        boolean first = token.map(last -> last.getText().equals("{")).orElse(true);
        int line = token.map(last -> last.getRange().orElseThrow().end.line).orElse(0);
        int endsOn = line;
        List<String> found = new ArrayList<>();
        for (JavaToken comment : passed) {
            int begin = comment.getRange().orElseThrow().begin.line;
            if (begin > line + 1 && !(first && found.isEmpty())) found.add("");
            line = endOf(comment);
            if (begin != endsOn) found.add(text(comment));
        }
        int begin = statement.getRange().orElseThrow().begin.line;
        if (begin > line + 1 && !(first && found.isEmpty())) found.add("");
        return found;
    }

    private static int endOf(JavaToken comment) {
        int end = comment.getRange().orElseThrow().end.line;
        return comment.getText().endsWith("\n") ? end - 1 : end;
    }

    /** Each line as far from the left as it is from the first. */
    private static String text(JavaToken comment) {
        int column = comment.getRange().orElseThrow().begin.column - 1;
        return comment.getText().stripTrailing().replace("\n" + " ".repeat(column), "\n");
    }
}
