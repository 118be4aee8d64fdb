package dev.weft.eject.print;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Ending;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/** Prints machines: a class for each method, an anonymous one for each lambda. */
public final class MachinePrinter {

    /** How the machine of a body is used, and what its class is called there. */
    public record Use(
            String className,
            Shape shape,
            boolean isLocal,
            boolean isStatic,
            String typeParameters,
            String typeArguments) {}

    /** What is done with a machine that was made. */
    public enum Shape {
        COLD(""),
        HOT(".start()"),
        ENTRY_POINT(".runToEnd()");

        private final String call;

        Shape(String call) {
            this.call = call;
        }
    }

    private final SourceFile source;
    private final String unit;
    private final Splicer splicer;
    private final Map<Machine, Use> uses;
    private final MachineImports imports;
    private final Set<Machine> labelled = new HashSet<>();
    private final Map<Node, Machine> machines;

    /** Prints the machines of one file. */
    public MachinePrinter(
            SourceFile source,
            Facts facts,
            Map<Node, Code> replacements,
            Map<Node, Code> calls,
            Map<Node, Machine> machines,
            Map<Machine, Use> uses,
            Map<Element, Variable> variables,
            MachineImports imports) {
        this.source = source;
        this.unit = source.indentationUnit();
        this.uses = uses;
        this.machines = machines;
        this.imports = imports;
        Hiding hiding = new Hiding(facts.elements());
        Qualifier qualifier = new Qualifier(source, facts, hiding, machines, imports.types());
        this.splicer =
                new Splicer(
                        source, facts, replacements, calls, machines, variables, qualifier, this);
    }

    /** The file with its machines. */
    public String file() {
        return splicer.file();
    }

    String unit() {
        return unit;
    }

    /** A method that makes its machine, and the class of the machine behind it. */
    String method(MethodDeclaration method, Machine machine) {
        Use use = use(machine);
        String indentation = source.indentation(source.start(method));
        BlockStmt body = method.getBody().orElseThrow();
        Lines stub = new Lines(unit);
        stub.line("{").in();
        if (use.isLocal) {
            stub.line(declaration(machine, use)).line("");
        }
        String arguments =
                method.getParameters().stream()
                        .map(Parameter::getNameAsString)
                        .collect(Collectors.joining(", "));
        String made = "new " + use.className + use.typeArguments + "(" + arguments + ")";
        String returns = use.shape == Shape.ENTRY_POINT ? "" : "return ";
        stub.line(returns + made + use.shape.call + ";").out().line("}");
        String header = header(method, source.start(body));
        StringBuilder text = new StringBuilder(header);
        text.append(Indentation.add(stub.toString(), indentation));
        List<String> members = new ArrayList<>(machine.bridges().values());
        if (!use.isLocal) {
            members.add(0, declaration(machine, use));
        }
        for (String member : members) {
            text.append("\n\n").append(indentation).append(Indentation.add(member, indentation));
        }
        return text.toString();
    }

    /** All before the body, without the mark. */
    private String header(MethodDeclaration method, int end) {
        AnnotationExpr mark =
                method.getAnnotations().stream()
                        .filter(annotation -> annotation.getName().getIdentifier().equals("Async"))
                        .findFirst()
                        .orElseThrow();
        int from = source.start(mark);
        int behind = source.end(mark);
        while (Character.isWhitespace(source.text().charAt(behind))) {
            behind++;
        }
        String before = splicer.splice(method, source.start(method), from);
        if (Warnings.areOfVarargs(method)) {
            before += "@SuppressWarnings(\"varargs\")";
            behind = source.end(mark);
        }
        return before + splicer.splice(method, behind, end);
    }

    private Use use(Machine machine) {
        return Objects.requireNonNull(uses.get(machine));
    }

    private String superclass(Machine machine) {
        return imports.base(machine) + "<" + machine.result() + ">";
    }

    private String declaration(Machine machine, Use use) {
        Lines out = new Lines(unit);
        String silenced = Warnings.silencedIn(machine.body());
        if (!silenced.isEmpty()) {
            out.line(silenced);
        }
        String modifiers =
                use.isLocal ? "final " : use.isStatic ? "private static final " : "private final ";
        out.line(
                modifiers
                        + "class "
                        + use.className
                        + use.typeParameters
                        + " extends "
                        + superclass(machine)
                        + " {");
        out.in();
        List<Variable> parameters =
                machine.variables().stream()
                        .filter(variable -> variable.kind() == Variable.Kind.PARAMETER)
                        .toList();
        fields(machine, out);
        if (!parameters.isEmpty()) {
            String list =
                    parameters.stream()
                            .map(variable -> variable.type() + " " + variable.name())
                            .collect(Collectors.joining(", "));
            out.line("").line(use.className + "(" + list + ") {").in();
            parameters.forEach(
                    variable ->
                            out.line("this." + variable.name() + " = " + variable.name() + ";"));
            out.out().line("}").line("");
        }
        run(machine, out);
        return out.out().line("}").toString();
    }

    /** The machine of a lambda, in its place. */
    String anonymous(Machine machine) {
        Lines out = new Lines(unit);
        out.line("new " + superclass(machine) + "() {").in();
        if (fields(machine, out)) {
            out.line("");
        }
        run(machine, out);
        return out.out().line("}" + use(machine).shape.call).toString();
    }

    private boolean fields(Machine machine, Lines out) {
        Set<String> written = new HashSet<>();
        boolean any = false;
        boolean lambda = machine.body() instanceof LambdaExpr;
        for (Variable variable : machine.variables()) {
            if (!variable.isField() || !written.add(variable.name())) continue;
            boolean parameter = variable.kind() == Variable.Kind.PARAMETER;
            String modifiers = parameter && !variable.isAssigned() ? "private final " : "private ";
            String value = parameter && lambda ? " = " + variable.declaredName() : "";
            out.line(modifiers + variable.type() + " " + variable.name() + value + ";");
            any = true;
        }
        for (Node type : machine.classes()) {
            if (any) out.line("");
            out.line(splicer.text(type));
            any = true;
        }
        boolean constructor =
                machine.variables().stream().anyMatch(v -> v.kind() == Variable.Kind.PARAMETER);
        if (any && !lambda && !constructor) out.line("");
        return any;
    }

    private void run(Machine machine, Lines out) {
        out.line("@Override");
        String silenced = Warnings.silencedIn(machine.body());
        if (machine.body() instanceof LambdaExpr && !silenced.isEmpty()) {
            out.line(silenced);
        }
        out.line("protected Object run() throws Throwable {").in();
        StatePrinter states = new StatePrinter(machine, splicer, this, unit);
        Lines body = new Lines(unit);
        states.print(body);
        if (labelled.contains(machine)) {
            out.line(LABEL + ":");
        }
        out.line(body.toString());
        out.out().line("}");
    }

    private static final String LABEL = "machine";

    /** What a continue has to say inside of a loop that stays as it is. */
    String loopLabel(Node jump) {
        Node around = jump;
        while (!machines.containsKey(around)) {
            around = around.getParentNode().orElseThrow();
        }
        Machine machine = Objects.requireNonNull(machines.get(around));
        boolean needed = false;
        for (Node node = jump; node != around; node = node.getParentNode().orElseThrow()) {
            needed |= isLoop(node) && !machine.opened().contains(node);
        }
        if (needed) {
            labelled.add(machine);
        }
        return needed ? " " + LABEL : "";
    }

    private static boolean isLoop(Node node) {
        return node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof ForStmt
                || node instanceof ForEachStmt;
    }

    /** A jump as lines, without the continue that may be needed behind it. */
    List<String> jump(Step.Jump jump) {
        List<String> lines = new ArrayList<>();
        List<Ending> through = jump.through();
        for (int i = 0; i < through.size(); i++) {
            Ending ending = through.get(i);
            int way =
                    i == through.size() - 1
                            ? jump.target().number()
                            : through.get(i + 1).entry().number();
            if (ending.hasChoice()) {
                lines.add(ending.way().name() + " = " + way + ";");
            }
        }
        int next = through.isEmpty() ? jump.target().number() : through.get(0).entry().number();
        lines.add("state = " + next + ";");
        return lines;
    }
}
