package dev.weft.eject;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.Recording;
import dev.weft.eject.facts.TypeNames;
import dev.weft.eject.lower.Bridges;
import dev.weft.eject.lower.FreshNames;
import dev.weft.eject.lower.Lowering;
import dev.weft.eject.lower.Unejectable;
import dev.weft.eject.place.Denotable;
import dev.weft.eject.place.Numbering;
import dev.weft.eject.place.Placement;
import dev.weft.eject.print.Hiding;
import dev.weft.eject.print.MachinePrinter;
import dev.weft.eject.print.MachinePrinter.Shape;
import dev.weft.eject.print.MachinePrinter.Use;
import dev.weft.eject.source.SourceFile;
import dev.weft.weaver.Names;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Writes a source file again as plain Java, with a state machine for each async body. */
public final class Ejector {

    private static final String MACHINES = "dev.weft.woven.";
    private static final String CHANGED = "another processor has changed what stands here";

    private final SourceFile source;
    private final Facts facts;
    private final Hiding hiding;
    private final FreshNames classNames;
    private final Map<Node, Code> replacements = new IdentityHashMap<>();
    private final Map<Node, Machine> machines = new IdentityHashMap<>();
    private final Map<Machine, Use> uses = new IdentityHashMap<>();
    private final Map<Node, Code> calls = new IdentityHashMap<>();
    private final Map<Element, Variable> variables = new HashMap<>();

    private Ejector(SourceFile source, Facts facts) {
        this.source = source;
        this.facts = facts;
        this.hiding = new Hiding(facts.elements());
        this.classNames = new FreshNames(source, Set.of());
    }

    /** The file as plain Java; what cannot be kept is thrown as {@link Unejectable}. */
    public static String eject(
            SourceFile source, Recording recording, Types types, Elements elements) {
        return new Ejector(source, new Facts(source, recording, types, elements)).eject();
    }

    private String eject() {
        source.unit().walk(MethodDeclaration.class, this::method);
        source.unit().walk(LambdaExpr.class, this::lambda);
        if (machines.isEmpty()) {
            return source.text();
        }
        facts.addedMethod()
                .ifPresent(
                        method -> {
                            throw new Unejectable(
                                    source.unit().getType(0),
                                    "another processor has added " + method + " to it");
                        });
        MachinePrinter printer =
                new MachinePrinter(
                        source,
                        facts,
                        replacements,
                        calls,
                        machines,
                        uses,
                        variables,
                        typeName("StateMachine"),
                        typeName("GeneratorMachine"));
        return withImports(printer.file());
    }

    private String typeName(String simple) {
        return source.says(simple) ? MACHINES + simple : simple;
    }

    private String withImports(String text) {
        List<String> added =
                List.of("StateMachine", "GeneratorMachine").stream()
                        .filter(simple -> !source.says(simple))
                        .filter(
                                simple ->
                                        machines.values().stream()
                                                .anyMatch(
                                                        machine ->
                                                                machine.isGenerator()
                                                                        == simple.startsWith("G")))
                        .map(simple -> "import " + MACHINES + simple + ";\n")
                        .toList();
        int at = importPlace();
        String before = text.substring(0, at);
        String lines = String.join("", added.stream().sorted().toList());
        boolean none = source.unit().getImports().isEmpty();
        return before
                + (none && at > 0 ? "\n" : "")
                + lines
                + (none && at == 0 ? "\n" : "")
                + text.substring(at);
    }

    /** The line behind the last import, or behind the package. */
    private int importPlace() {
        int place =
                source.unit().getImports().stream()
                        .filter(line -> !line.isStatic())
                        .mapToInt(source::end)
                        .max()
                        .orElse(
                                source.unit().getImports().stream()
                                        .mapToInt(source::end)
                                        .max()
                                        .orElse(
                                                source.unit()
                                                        .getPackageDeclaration()
                                                        .map(source::end)
                                                        .orElse(0)));
        int end = place == 0 ? 0 : source.text().indexOf('\n', place) + 1;
        return end;
    }

    private void method(MethodDeclaration method) {
        if (!facts.isAsync(method) || method.getBody().isEmpty()) {
            return;
        }
        requireUnchanged(method);
        TypeElement owner = (TypeElement) element(method).getEnclosingElement();
        TypeNames names = new TypeNames(facts.elements(), source.unit(), owner);
        TypeMirror returned =
                java.util.Objects.requireNonNull(facts.method(method)).getReturnType();
        Machine machine =
                new Machine(method, owner, isGenerator(returned), result(returned, names));
        Shape shape = shape(returned);
        FreshNames fresh = freshNames();
        Lowering lowering =
                new Lowering(source, facts, names, machine, fresh, replacements, variables);
        method.getParameters().forEach(lowering::parameter);
        lowering.lower(method.getBody().get(), shape == Shape.ENTRY_POINT);
        new Bridges(facts, names, machine, classNames).build(method, calls);
        finish(method, machine, fresh);
        String name = method.getNameAsString();
        String className = classNames.of(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        boolean local = owner.getKind().isInterface();
        uses.put(
                machine,
                new Use(
                        className,
                        shape,
                        local,
                        method.isStatic(),
                        local ? "" : typeParameters(method, true),
                        local ? "" : typeParameters(method, false)));
    }

    private Element element(MethodDeclaration method) {
        return java.util.Objects.requireNonNull(facts.method(method));
    }

    /** Text that javac has not seen as it stands cannot be taken apart. */
    private void requireUnchanged(Node body) {
        for (MethodCallExpr call : body.findAll(MethodCallExpr.class, call -> !facts.knows(call))) {
            throw new Unejectable(call, CHANGED);
        }
        if (facts.hasMoreCalls(body)) {
            throw new Unejectable(body, CHANGED);
        }
    }

    private FreshNames freshNames() {
        return new FreshNames(source, hiding.fields());
    }

    private void finish(Node body, Machine machine, FreshNames fresh) {
        Numbering.number(machine, replacements);
        Placement.place(machine, facts, variables, replacements, fresh::of);
        Denotable.check(body, facts, variables);
        machines.put(body, machine);
    }

    private String typeParameters(MethodDeclaration method, boolean bounds) {
        if (method.getTypeParameters().isEmpty()) {
            return "";
        }
        return method.getTypeParameters().stream()
                .map(parameter -> bounds ? source.text(parameter) : parameter.getNameAsString())
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private void lambda(LambdaExpr lambda) {
        TypeMirror returned = facts.asyncResult(lambda);
        if (returned == null || isEjected(lambda)) {
            return;
        }
        requireUnchanged(lambda);
        TypeElement owner = ownerOf(lambda);
        TypeNames names = new TypeNames(facts.elements(), source.unit(), owner);
        Machine machine =
                new Machine(lambda, owner, isGenerator(returned), result(returned, names));
        Shape shape = shape(returned);
        FreshNames fresh = freshNames();
        Lowering lowering =
                new Lowering(source, facts, names, machine, fresh, replacements, variables);
        Set<Element> assigned = Assigned.in(lambda, facts);
        for (Parameter parameter : lambda.getParameters()) {
            if (assigned.contains(facts.variable(parameter))) {
                Variable variable = lowering.parameter(parameter);
                variable.declareAs(fresh.of(parameter.getNameAsString()));
            }
        }
        boolean endsByItself = shape == Shape.ENTRY_POINT;
        Statement body = lambda.getBody();
        if (body instanceof ExpressionStmt value) {
            lowering.lower(value.getExpression(), endsByItself);
        } else {
            lowering.lower(body.asBlockStmt(), endsByItself);
        }
        finish(lambda, machine, fresh);
        replacements.put(body, Code.of(machine));
        uses.put(machine, new Use("", shape, true, false, "", ""));
    }

    /** A lambda that only makes its machine is plain already. */
    private boolean isEjected(LambdaExpr lambda) {
        if (!(lambda.getBody() instanceof ExpressionStmt value)) {
            return false;
        }
        Node made = value.getExpression();
        if (made instanceof MethodCallExpr call
                && call.getScope().isPresent()
                && call.getArguments().isEmpty()) {
            made = call.getScope().get();
        }
        return made instanceof ObjectCreationExpr
                && facts.declaredClass(made)
                        .map(type -> type.getSuperclass().toString().startsWith(MACHINES))
                        .orElse(false);
    }

    private TypeElement ownerOf(Node node) {
        for (Node around = node; around != null; around = around.getParentNode().orElse(null)) {
            boolean isClass =
                    around instanceof TypeDeclaration<?>
                            || around instanceof ObjectCreationExpr made
                                    && made.getAnonymousClassBody().isPresent();
            if (isClass && facts.declaredClass(around).isPresent()) {
                return facts.declaredClass(around).get();
            }
        }
        throw new Unejectable(node, "javac knows of no class around it");
    }

    private static boolean isGenerator(TypeMirror returned) {
        return erased(returned).equals(Names.GENERATOR);
    }

    private static Shape shape(TypeMirror returned) {
        if (returned.getKind() == TypeKind.VOID) {
            return Shape.ENTRY_POINT;
        }
        String type = erased(returned);
        return type.equals(Names.FUTURE) || type.equals(Names.STAGE) ? Shape.HOT : Shape.COLD;
    }

    private static String erased(TypeMirror returned) {
        return returned instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement())
                        .getQualifiedName()
                        .toString()
                        .replace('.', '/')
                : "";
    }

    /** The type of the result, which the type of the coroutine names. */
    private static String result(TypeMirror returned, TypeNames names) {
        if (!(returned instanceof DeclaredType declared)) {
            return "Void";
        }
        if (declared.getTypeArguments().isEmpty()) {
            return "Object";
        }
        TypeMirror argument = declared.getTypeArguments().get(0);
        if (argument instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null ? "Object" : names.of(bound);
        }
        return names.of(argument);
    }
}
