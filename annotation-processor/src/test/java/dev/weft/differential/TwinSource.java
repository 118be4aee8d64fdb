package dev.weft.differential;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the blocking twin needs written out: a loop over {@code each} closes its iterator when it is
 * left, and the blocks of a scope let it say what leaves them. A resource is a scope here if its
 * declaration says so in one of its names.
 */
final class TwinSource {

    private static final Pattern WANTED = Pattern.compile("\\beach\\(|Scope\\b|\\bscope");
    private static final Pattern SCOPE = Pattern.compile("Scope\\b|\\bscope");

    private final CompilationUnit unit;
    private final Map<TryStmt, Boolean> completes = new IdentityHashMap<>();
    private int names;

    private TwinSource(CompilationUnit unit) {
        this.unit = unit;
    }

    /** Whether the source says the same in the twin as it stands. */
    static boolean isPlain(Source source) {
        return !WANTED.matcher(source.text()).find();
    }

    static List<Source> of(Collection<Source> sources) {
        return sources.stream().map(TwinSource::of).toList();
    }

    static Source of(Source source) {
        if (isPlain(source)) return source;
        var configuration = new ParserConfiguration();
        configuration.setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21);
        configuration.setAttributeComments(false);
        var parsed = new JavaParser(configuration).parse(source.text());
        if (!parsed.isSuccessful())
            throw new CorpusCompiler.Rejected(source.path() + ": " + parsed.getProblems());
        TwinSource twin = new TwinSource(parsed.getResult().orElseThrow());
        twin.rewrite();
        return new Source(source.path(), twin.unit.toString());
    }

    private void rewrite() {
        List<TryStmt> blocks = new ArrayList<>(unit.findAll(TryStmt.class, this::hasScope));
        blocks.forEach(block -> completes.put(block, Completion.of(block.getTryBlock())));
        List<ForEachStmt> loops = new ArrayList<>(unit.findAll(ForEachStmt.class, this::isEach));
        Collections.reverse(blocks);
        blocks.forEach(this::rewriteBlock);
        Collections.reverse(loops);
        loops.forEach(this::rewriteLoop);
    }

    private boolean isEach(ForEachStmt loop) {
        return loop.getIterable().isMethodCallExpr()
                && loop.getIterable().asMethodCallExpr().getNameAsString().equals("each");
    }

    private boolean hasScope(TryStmt block) {
        return block.getResources().stream().anyMatch(this::isScope);
    }

    private boolean isScope(Expression resource) {
        if (!(resource instanceof VariableDeclarationExpr declaration))
            return SCOPE.matcher(resource.toString()).find();
        var variable = declaration.getVariable(0);
        return SCOPE.matcher(variable.getTypeAsString() + " " + variable.getName()).find();
    }

    private void rewriteLoop(ForEachStmt loop) {
        int n = names++;
        Statement whole = loop;
        while (whole.getParentNode().orElseThrow() instanceof LabeledStmt labelled)
            whole = labelled;
        Expression source = loop.getIterable().asMethodCallExpr().getArgument(0);
        BlockStmt block =
                parsed(
                        """
                        {
                            final var loop%1$d = dev.weft.Loop.over(null);
                            boolean failed%1$d = false;
                            try {
                                ;
                            } catch (Throwable failure%1$d) {
                                failed%1$d = true;
                                loop%1$d.leave(failure%1$d);
                                throw failure%1$d;
                            } finally {
                                if (!failed%1$d) loop%1$d.leave();
                            }
                        }
                        """
                                .formatted(n));
        block.findFirst(MethodCallExpr.class).orElseThrow().setArgument(0, source);
        whole.replace(block);
        loop.setIterable(new NameExpr("loop" + n));
        block.getStatement(2).asTryStmt().getTryBlock().setStatement(0, whole);
    }

    /** One statement for each resource, around one another; handlers stay around them all. */
    private void rewriteBlock(TryStmt whole) {
        boolean ends = completes.getOrDefault(whole, true);
        List<Expression> resources = new ArrayList<>(whole.getResources());
        Collections.reverse(resources);
        Statement inner = whole.getTryBlock();
        for (Expression resource : resources) inner = around(inner, resource, ends);
        if (!inner.isBlockStmt()) inner = parsed("{}").addStatement(inner);
        if (whole.getCatchClauses().isEmpty() && whole.getFinallyBlock().isEmpty()) {
            whole.replace(inner);
            return;
        }
        whole.getResources().clear();
        whole.setTryBlock(inner.asBlockStmt());
    }

    private Statement around(Statement inner, Expression resource, boolean ends) {
        if (!isScope(resource)) {
            TryStmt plain = parsed("{ try (var r = null) { } }").getStatement(0).asTryStmt();
            plain.getResources().set(0, resource);
            plain.setTryBlock(
                    inner.isBlockStmt() ? inner.asBlockStmt() : parsed("{}").addStatement(inner));
            return plain;
        }
        int n = names++;
        String name =
                resource instanceof VariableDeclarationExpr declaration
                        ? declaration.getVariable(0).getNameAsString()
                        : resource.toString();
        String action =
                ends
                        ? "if (dev.weft.Block.rethrows(%s, failure%d)) throw failure%2$d;"
                        : "dev.weft.Block.leaves(%s, failure%d); throw failure%2$d;";
        BlockStmt block =
                parsed(
                        """
                        {
                            ;
                            boolean failed%1$d = false;
                            try {
                                ;
                            } catch (Throwable failure%1$d) {
                                failed%1$d = true;
                                %3$s
                            } finally {
                                if (!failed%1$d) dev.weft.Block.close(%2$s);
                            }
                        }
                        """
                                .formatted(n, name, action.formatted(name, n)));
        if (resource instanceof VariableDeclarationExpr declaration)
            block.setStatement(0, new ExpressionStmt(declaration));
        block.getStatement(2).asTryStmt().getTryBlock().setStatement(0, inner);
        return block;
    }

    private static BlockStmt parsed(String text) {
        return StaticJavaParser.parseBlock(text);
    }
}
