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
import dev.weft.eject.facts.Imports;
import dev.weft.eject.facts.Recording;
import dev.weft.eject.facts.TypeNames;
import dev.weft.eject.lower.Bridges;
import dev.weft.eject.lower.FreshNames;
import dev.weft.eject.lower.Lowering;
import dev.weft.eject.lower.Unejectable;
import dev.weft.eject.place.Denotable;
import dev.weft.eject.place.Merging;
import dev.weft.eject.place.Numbering;
import dev.weft.eject.place.Placement;
import dev.weft.eject.place.Reaching;
import dev.weft.eject.place.Threading;
import dev.weft.eject.print.Hiding;
import dev.weft.eject.print.MachineImports;
import dev.weft.eject.print.MachinePrinter;
import dev.weft.eject.print.MachinePrinter.Shape;
import dev.weft.eject.print.MachinePrinter.Use;
import dev.weft.eject.source.SourceFile;
import dev.weft.weaver.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    private static final String ADDED = "another processor has added to it: ";

    private final SourceFile source;
    private final Facts facts;
    private final Hiding hiding;
    private final FreshNames classNames;
    private final Imports imports;
    private final Map<Node, Code> replacements = new IdentityHashMap<>();
    private final Map<Node, Machine> machines = new IdentityHashMap<>();
    private final Map<Machine, Use> uses = new IdentityHashMap<>();
    private final Map<Node, Code> calls = new IdentityHashMap<>();
    private final Map<Element, Variable> variables = new HashMap<>();
    private final List<Unejectable> refusals = new ArrayList<>();

    private Ejector(SourceFile source, Facts facts) {
        this.source = source;
        this.facts = facts;
        this.hiding = new Hiding(facts.elements());
        this.classNames = new FreshNames(source, Set.of("StateMachine", "GeneratorMachine"));
        this.imports = new Imports(classNames::reserve);
    }

    /** The file as plain Java, or what cannot be kept of it. */
    public static Ejection eject(
            SourceFile source, Recording recording, Types types, Elements elements) {
        return new Ejector(source, new Facts(source, recording, types, elements)).eject();
    }

    private Ejection eject() {
        source.unit().walk(MethodDeclaration.class, attempting(this::method));
        source.unit().walk(LambdaExpr.class, attempting(this::lambda));
        if (refusals.isEmpty() && machines.isEmpty()) {
            return new Ejection(source.text(), List.of());
        }
        facts.addedMethod()
                .ifPresent(
                        method ->
                                refusals.add(
                                        new Unejectable(source.unit().getType(0), ADDED + method)));
        String text = source.text();
        if (refusals.isEmpty()) {
            try {
                text = printed();
            } catch (Unejectable reason) {
                refusals.add(reason);
            }
        }
        return new Ejection(text, List.copyOf(refusals));
    }

    private String printed() {
        MachineImports added = new MachineImports(source, imports);
        MachinePrinter printer =
                new MachinePrinter(
                        source, facts, replacements, calls, machines, uses, variables, added);
        return added.addTo(printer.file(), machines.values());
    }

    /** What cannot be kept of one body does not hide what cannot be of others. */
    private <N extends Node> Consumer<N> attempting(Consumer<N> action) {
        return node -> {
            try {
                action.accept(node);
            } catch (Unejectable reason) {
                refusals.add(reason);
            }
        };
    }

    private void method(MethodDeclaration method) {
        if (!facts.isAsync(method) || method.getBody().isEmpty()) {
            return;
        }
        requireUnchanged(method);
        TypeElement owner = (TypeElement) element(method).getEnclosingElement();
        TypeNames names = new TypeNames(facts.elements(), source.unit(), imports, owner);
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
        Threading.thread(machine, replacements);
        Reaching.keep(machine, replacements);
        Merging.merge(machine, replacements);
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
        TypeNames names = new TypeNames(facts.elements(), source.unit(), imports, owner);
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
