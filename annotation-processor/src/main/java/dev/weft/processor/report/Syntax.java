package dev.weft.processor.report;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen in a source without knowing anything else: its tokens, and where methods are.
 *
 * @param spans the tokens that have a style, in their order
 * @param bodies where methods and constructors have their bodies, in their order
 */
record Syntax(List<Span> spans, List<Body> bodies) {

    /**
     * The body of a method.
     *
     * @param name the method's name
     * @param openLine where its brace opens
     * @param closeLine where its brace closes
     */
    record Body(String name, int openLine, int closeLine) {}

    /** The syntax of a source; nothing where the parser does not understand it. */
    static Syntax of(String text, Lines lines) {
        ParserConfiguration settings =
                new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                        .setAttributeComments(false);
        Optional<CompilationUnit> unit = new JavaParser(settings).parse(text).getResult();
        if (unit.isEmpty()) return new Syntax(List.of(), List.of());
        Map<Integer, String> names = new HashMap<>();
        List<Body> bodies = new ArrayList<>();
        unit.get().walk(node -> read(node, lines, names, bodies));
        return new Syntax(spans(unit.get(), lines, names), List.copyOf(bodies));
    }

    private static void read(
            Node node, Lines lines, Map<Integer, String> names, List<Body> bodies) {
        String style = styleOfName(node);
        if (style != null && node instanceof NodeWithSimpleName<?> named) {
            put(named.getName(), style, lines, names);
        } else if (node instanceof AnnotationExpr annotation) {
            annotation.getRange().ifPresent(range -> names.put(offset(range, lines), "annotation"));
            annotation
                    .getName()
                    .getRange()
                    .ifPresent(range -> names.put(offset(range, lines), "annotation"));
        }
        if (node instanceof CallableDeclaration<?> callable) body(callable).ifPresent(bodies::add);
    }

    private static @Nullable String styleOfName(Node node) {
        if (node instanceof MethodCallExpr) return "call";
        if (node instanceof CallableDeclaration<?> || node instanceof TypeDeclaration<?>) {
            return "declared";
        }
        if (!(node instanceof ClassOrInterfaceType type)) return null;
        return type.getNameAsString().equals("var") ? "keyword" : "type";
    }

    private static void put(SimpleName name, String style, Lines lines, Map<Integer, String> to) {
        name.getRange().ifPresent(range -> to.put(offset(range, lines), style));
    }

    private static int offset(Range range, Lines lines) {
        return lines.offset(range.begin.line, range.begin.column);
    }

    private static Optional<Body> body(CallableDeclaration<?> callable) {
        Optional<? extends Node> block =
                callable instanceof MethodDeclaration method
                        ? method.getBody()
                        : callable.getChildNodes().stream()
                                .filter(BlockStmt.class::isInstance)
                                .findFirst();
        return block.flatMap(Node::getRange)
                .map(
                        range ->
                                new Body(
                                        callable.getNameAsString(),
                                        range.begin.line,
                                        range.end.line));
    }

    private static List<Span> spans(CompilationUnit unit, Lines lines, Map<Integer, String> names) {
        List<Span> spans = new ArrayList<>();
        if (unit.getTokenRange().isEmpty()) return spans;
        for (JavaToken token : unit.getTokenRange().get()) {
            if (token.getRange().isEmpty()) continue;
            Range range = token.getRange().get();
            int from = lines.offset(range.begin.line, range.begin.column);
            int to = lines.offset(range.end.line, range.end.column) + 1;
            String style = names.getOrDefault(from, style(token));
            if (!style.isEmpty()) spans.add(new Span(from, to, style));
        }
        return spans;
    }

    private static String style(JavaToken token) {
        return switch (token.getCategory()) {
            case KEYWORD -> "keyword";
            case COMMENT -> "comment";
            case LITERAL -> isText(token) ? "string" : "number";
            case IDENTIFIER, SEPARATOR, OPERATOR, EOL, WHITESPACE_NO_EOL -> "";
        };
    }

    private static boolean isText(JavaToken token) {
        return token.getText().startsWith("\"") || token.getText().startsWith("'");
    }
}
