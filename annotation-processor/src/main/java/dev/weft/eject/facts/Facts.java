package dev.weft.eject.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.weft.eject.facts.Fact.Kind;
import dev.weft.eject.facts.Fact.Place;
import dev.weft.eject.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What javac knows of the nodes of a JavaParser tree. */
public final class Facts {

    private final SourceFile source;
    private final Recording recording;
    private final Types types;
    private final Elements elements;
    private final Map<Node, Fact> facts = new IdentityHashMap<>();
    private final Map<Place, Deque<Fact>> open = new HashMap<>();

    /** Finds what was recorded for each node of the file. */
    public Facts(SourceFile source, Recording recording, Types types, Elements elements) {
        this.source = source;
        this.recording = recording;
        this.types = types;
        this.elements = elements;
        recording.facts().forEach((place, found) -> open.put(place, new ArrayDeque<>(found)));
        source.unit().walk(Node.TreeTraversal.PREORDER, this::match);
    }

    private void match(Node node) {
        Kind kind = kind(node);
        if (kind == null) {
            return;
        }
        String name = node instanceof NodeWithSimpleName<?> named ? declaredName(named) : "";
        starts(node)
                .mapToObj(start -> open.get(new Place(kind, start, name)))
                .filter(found -> found != null && !found.isEmpty())
                .findFirst()
                .ifPresent(found -> facts.put(node, found.removeFirst()));
    }

    private static String declaredName(NodeWithSimpleName<?> named) {
        boolean declares =
                named instanceof TypeDeclaration<?>
                        || named instanceof MethodDeclaration
                        || named instanceof VariableDeclarator
                        || named instanceof Parameter
                        || named instanceof TypePatternExpr;
        return declares ? named.getNameAsString() : "";
    }

    private static @Nullable Kind kind(Node node) {
        if (node instanceof MethodCallExpr) return Kind.CALL;
        if (node instanceof NameExpr || node instanceof ThisExpr || node instanceof SuperExpr) {
            return Kind.NAME;
        }
        if (node instanceof FieldAccessExpr) return Kind.FIELD;
        if (node instanceof ObjectCreationExpr) return Kind.NEW;
        if (node instanceof ArrayCreationExpr) return Kind.NEW_ARRAY;
        if (node instanceof CastExpr) return Kind.CAST;
        if (node instanceof ConditionalExpr) return Kind.CHOICE;
        if (node instanceof SwitchExpr) return Kind.SWITCH;
        if (node instanceof LambdaExpr) return Kind.LAMBDA;
        if (node instanceof MethodReferenceExpr) return Kind.REFERENCE;
        if (node instanceof MethodDeclaration) return Kind.METHOD;
        if (node instanceof ClassOrInterfaceDeclaration
                || node instanceof EnumDeclaration
                || node instanceof RecordDeclaration) {
            return Kind.CLASS;
        }
        boolean variable =
                node instanceof VariableDeclarator
                        || node instanceof Parameter
                        || node instanceof TypePatternExpr;
        return variable ? Kind.VARIABLE : null;
    }

    /** A variable begins for javac with its modifiers, its type or its name, what there is. */
    private IntStream starts(Node node) {
        if (node instanceof VariableDeclarator variable) {
            Stream<Node> parts =
                    Stream.of(
                            variable.getParentNode().orElse(variable),
                            variable.getType(),
                            variable.getName());
            return parts.filter(part -> part.getRange().isPresent()).mapToInt(source::start);
        }
        if (node instanceof Parameter parameter) {
            Stream<Node> parts = Stream.of(parameter, parameter.getType(), parameter.getName());
            return parts.filter(part -> part.getRange().isPresent()).mapToInt(source::start);
        }
        if (node instanceof MethodDeclaration method && method.getTypeParameters().isNonEmpty()) {
            return IntStream.of(source.start(node), source.start(method.getTypeParameter(0)));
        }
        return IntStream.of(source.start(node));
    }

    /** The compiler's types. */
    public Types types() {
        return types;
    }

    /** The compiler's elements. */
    public Elements elements() {
        return elements;
    }

    /** Whether javac has seen the node: another processor may have taken it away. */
    public boolean knows(Node node) {
        return kind(node) == null || facts.containsKey(node);
    }

    /** Whether javac has seen calls within a node that its text does not have. */
    public boolean hasMoreCalls(Node node) {
        int start = source.start(node);
        int end = source.end(node);
        return recording.opaque().isEmpty()
                && open.entrySet().stream()
                        .filter(entry -> entry.getKey().kind() == Kind.CALL)
                        .filter(entry -> !entry.getValue().isEmpty())
                        .mapToInt(entry -> entry.getKey().start())
                        .anyMatch(place -> start <= place && place < end);
    }

    /** A method that javac has seen and the text does not have. */
    public Optional<Element> addedMethod() {
        return open.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Kind.METHOD)
                .flatMap(entry -> entry.getValue().stream())
                .map(Fact::element)
                .filter(element -> element != null && isAdded(element))
                .findFirst();
    }

    private boolean isAdded(Element method) {
        return recording.opaque().isEmpty()
                && method.getKind() == ElementKind.METHOD
                && method.getEnclosingElement().getKind() != ElementKind.ANNOTATION_TYPE
                && elements.getOrigin(method) == Elements.Origin.EXPLICIT;
    }

    /** What is named, called or declared. */
    public @Nullable Element element(Node node) {
        Fact fact = facts.get(node);
        return fact == null ? null : fact.element();
    }

    /** The variable that is declared, or that a name means; null if there is none. */
    public @Nullable VariableElement variable(Node node) {
        return element(node) instanceof VariableElement variable ? variable : null;
    }

    /** The method that is declared or called. */
    public @Nullable ExecutableElement method(Node node) {
        return element(node) instanceof ExecutableElement method ? method : null;
    }

    /** The type that javac has written down for a node. */
    @Nullable TypeMirror recorded(Node node) {
        Fact fact = facts.get(node);
        return fact == null ? null : fact.type();
    }

    /** What an async lambda returns; null if the lambda is not async. */
    public @Nullable TypeMirror asyncResult(LambdaExpr lambda) {
        Fact fact = facts.get(lambda);
        return fact == null ? null : fact.result();
    }

    /** Whether the method is marked. */
    public boolean isAsync(MethodDeclaration method) {
        ExecutableElement element = method(method);
        return element != null && dev.weft.processor.check.Names.isAsync(element);
    }

    /** Which of the functions is called that mean something here; null if it is another method. */
    public @Nullable Function function(Node node) {
        return node instanceof MethodCallExpr ? Function.of(element(node)) : null;
    }

    /** Whether the call is of this function. */
    public boolean is(Node node, Function function) {
        return function(node) == function;
    }

    /** The class of an anonymous body or of a declaration. */
    public Optional<TypeElement> declaredClass(Node node) {
        if (node instanceof ObjectCreationExpr) {
            TypeMirror type = recorded(node);
            return Optional.ofNullable((TypeElement) (type == null ? null : types.asElement(type)));
        }
        return element(node) instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }

    /** Whether a resource of this type is closed asynchronously. */
    public boolean isAsyncCloseable(@Nullable TypeMirror type) {
        return type != null && new dev.weft.processor.check.Closeables(types, elements).isOne(type);
    }

    /** Whether the source of a class runs code when the class is initialised. */
    public boolean hasStaticBlock(TypeElement type) {
        return recording.hasStaticBlock(type);
    }
}
