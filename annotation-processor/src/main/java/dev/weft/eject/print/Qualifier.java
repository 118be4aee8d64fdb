package dev.weft.eject.print;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.weft.eject.code.Machine;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.Imports;
import dev.weft.eject.facts.TypeNames;
import dev.weft.eject.lower.Unejectable;
import dev.weft.eject.source.SourceFile;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Says more of names that would mean something else inside of a machine: it is a class of its own,
 * with fields and inherited members.
 */
final class Qualifier {

    private final SourceFile source;
    private final Facts facts;
    private final Hiding hiding;
    private final Map<Node, Machine> machines;
    private final Imports imports;

    Qualifier(
            SourceFile source,
            Facts facts,
            Hiding hiding,
            Map<Node, Machine> machines,
            Imports imports) {
        this.source = source;
        this.facts = facts;
        this.hiding = hiding;
        this.machines = machines;
        this.imports = imports;
    }

    /** What a node has to be replaced by; null if it may stay. */
    @Nullable String instead(Node node) {
        if (node instanceof ThisExpr self && self.getTypeName().isEmpty()) {
            Machine machine = directMachine(node);
            return machine == null ? null : ownName(machine, node) + ".this";
        }
        if (node instanceof SuperExpr above) {
            Machine machine = directMachine(node);
            if (machine == null) return null;
            if (above.getTypeName().isEmpty()) return ownName(machine, node) + ".super";
            if (isInterface(above, machine)) {
                throw new Unejectable(node, "a default method cannot be called from another class");
            }
            return null;
        }
        if (node instanceof NameExpr name) {
            return isLabel(name) ? null : qualified(node, name.getNameAsString(), false);
        }
        return node instanceof MethodCallExpr call && call.getScope().isEmpty()
                ? qualified(node, call.getNameAsString(), true)
                : null;
    }

    private boolean isInterface(SuperExpr above, Machine machine) {
        String name = above.getTypeName().orElseThrow().getIdentifier();
        return machine.owner().getInterfaces().stream()
                .map(type -> facts.types().asElement(type))
                .anyMatch(type -> type != null && type.getSimpleName().contentEquals(name));
    }

    private static boolean isLabel(NameExpr name) {
        return name.getParentNode().orElse(null) instanceof SwitchEntry entry
                && entry.getLabels().stream().anyMatch(label -> label == name);
    }

    private @Nullable String qualified(Node node, String name, boolean method) {
        Element element = facts.element(node);
        boolean member =
                element != null
                        && (method
                                ? element.getKind() == ElementKind.METHOD
                                : element.getKind().isField());
        if (!member || !isHidden(node, name, method, element)) {
            return null;
        }
        return owner(node, element) + "." + name;
    }

    /** Whether a machine around the node has a member of the name, and no class in between. */
    private boolean isHidden(Node node, String name, boolean method, Element element) {
        for (Node around = node; around != null; around = around.getParentNode().orElse(null)) {
            if (isClass(around) && around != node && isMember(element, around)) {
                return false;
            }
            Machine machine = machines.get(around);
            if (machine != null
                    && (method ? hiding.hidesMethod(name) : hiding.hidesField(name, machine))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMember(Element element, Node type) {
        return facts.declaredClass(type)
                .map(found -> facts.elements().getAllMembers(found).contains(element))
                .orElse(false);
    }

    private static boolean isClass(Node node) {
        return node instanceof TypeDeclaration<?>
                || node instanceof ObjectCreationExpr made
                        && made.getAnonymousClassBody().isPresent();
    }

    private String owner(Node node, Element member) {
        TypeElement declaring = (TypeElement) member.getEnclosingElement();
        Machine machine = machineOf(node);
        if (machine == null) {
            throw new IllegalStateException("no machine around " + node);
        }
        TypeNames names = new TypeNames(facts.elements(), source.unit(), imports, machine.owner());
        if (member.getModifiers().contains(Modifier.STATIC)) {
            return names.of(declaring);
        }
        for (Element type = machine.owner(); type != null; type = type.getEnclosingElement()) {
            if (type instanceof TypeElement found
                    && facts.elements().getAllMembers(found).contains(member)) {
                return name(found, node) + ".this";
            }
        }
        return name(machine.owner(), node) + ".this";
    }

    private static String ownName(Machine machine, Node node) {
        return name(machine.owner(), node);
    }

    private static String name(TypeElement type, Node node) {
        if (type.getSimpleName().length() == 0) {
            throw new Unejectable(node, "this means an anonymous class, which has no name");
        }
        return type.getSimpleName().toString();
    }

    private @Nullable Machine machineOf(Node node) {
        for (Node around = node; around != null; around = around.getParentNode().orElse(null)) {
            Machine machine = machines.get(around);
            if (machine != null) return machine;
        }
        return null;
    }

    /** The machine that a node stands in, if no class of the user's is in between. */
    private @Nullable Machine directMachine(Node node) {
        for (Node around = node; around != null; around = around.getParentNode().orElse(null)) {
            if (isClass(around)) return null;
            Machine machine = machines.get(around);
            if (machine != null) return machine;
        }
        return null;
    }
}
