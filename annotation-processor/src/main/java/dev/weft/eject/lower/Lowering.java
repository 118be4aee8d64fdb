package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.ExpressionTypes;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.TypeNames;
import dev.weft.eject.source.SourceFile;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Takes one body apart into the states of a machine. */
public final class Lowering {

    final SourceFile source;
    final Facts facts;
    final ExpressionTypes types;
    final TypeNames typeNames;
    final Machine machine;
    final Variables variables;
    final Suspending suspending;
    final Completion completion;
    final Negation negation;
    final Flow flow;
    final Scopes scopes = new Scopes();
    final Map<Node, Code> replacements;
    final Expressions expressions;
    final Statements statements;
    final Jumps jumps;

    private int loops;

    /**
     * Prepares to take a body apart.
     *
     * @param replacements what is printed in place of nodes, which this adds to
     * @param known variables by what javac knows them as, which this adds to
     */
    public Lowering(
            SourceFile source,
            Facts facts,
            TypeNames typeNames,
            Machine machine,
            FreshNames names,
            Map<Node, Code> replacements,
            Map<Element, Variable> known) {
        this.source = source;
        this.facts = facts;
        this.typeNames = typeNames;
        this.machine = machine;
        this.replacements = replacements;
        types = new ExpressionTypes(facts);
        variables = new Variables(source, facts, typeNames, machine, names, known);
        suspending = new Suspending(facts, types, machine);
        completion = new Completion(facts);
        negation = new Negation(types);
        flow = new Flow(machine.region());
        expressions = new Expressions(this);
        jumps = new Jumps(this);
        statements = new Statements(this);
    }

    /** A parameter that becomes a field. */
    public Variable parameter(Parameter parameter) {
        Variable variable = variables.declared(parameter, Variable.Kind.PARAMETER);
        variable.becomeField();
        return variable;
    }

    /** Takes apart the body of a method, or of a lambda that has a block. */
    public void lower(BlockStmt body, boolean endsByItself) {
        flow.begin(machine.start());
        statements.all(body.getStatements());
        if (endsByItself) {
            flow.exit("return done();");
        } else if (flow.isReached()) {
            flow.exit("throw unknownState();");
        }
        jumps.end();
    }

    /** Takes apart the body of a lambda that is an expression. */
    public void lower(Expression value, boolean endsByItself) {
        flow.begin(machine.start());
        if (endsByItself) {
            statements.expression(value);
            flow.exit("return done();");
        } else {
            jumps.returned(value);
        }
        jumps.end();
    }

    /** Whether what is taken apart now may run more than once. */
    boolean isInLoop() {
        return loops > 0;
    }

    void inLoop(Runnable body) {
        loops++;
        body.run();
        loops--;
    }

    void replace(Node node, Object... parts) {
        replacements.put(node, Code.of(parts));
    }

    /** Says that a condition that may declare pattern variables stands here. */
    void declareBindingsIn(Expression condition) {
        for (boolean outcome : new boolean[] {true, false}) {
            for (var pattern : Bindings.of(condition, outcome)) {
                variables.of(pattern).declaredIn(flow.block());
            }
        }
    }

    /** Saves the pattern variables that a condition has declared. */
    void bind(Expression condition, boolean outcome) {
        for (var pattern : Bindings.of(condition, outcome)) {
            bind(variables.of(pattern));
        }
    }

    void bind(Variable variable) {
        if (flow.isReached()) {
            if (variable.home() == null) {
                variable.declaredIn(flow.block());
            }
            flow.add(new dev.weft.eject.code.Step.Bind(variable));
        }
    }

    /** Declares a variable, or gives it its first value. */
    void assign(Variable variable, @Nullable Code value) {
        if (flow.isReached()) {
            if (variable.home() == null) {
                variable.declaredIn(flow.block());
            }
            flow.add(new dev.weft.eject.code.Step.Assign(variable, value));
        }
    }

    static Label label() {
        return new Label();
    }
}
