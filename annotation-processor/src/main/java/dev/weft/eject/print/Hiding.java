package dev.weft.eject.print;

import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Variable;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Which names mean something else inside of a machine, as it inherits members of these names. */
public final class Hiding {

    private final Set<String> fields = new HashSet<>();
    private final Set<String> methods = new HashSet<>();

    /** The names that the base classes bring. */
    public Hiding(Elements elements) {
        Stream.of("dev.weft.woven.StateMachine", "dev.weft.woven.GeneratorMachine")
                .map(elements::getTypeElement)
                .filter(type -> type != null)
                .forEach(type -> add(elements, type));
    }

    private void add(Elements elements, TypeElement type) {
        for (Element member : elements.getAllMembers(type)) {
            Set<Modifier> modifiers = member.getModifiers();
            if (modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)) {
                boolean method = member.getKind() == ElementKind.METHOD;
                (method ? methods : fields).add(member.getSimpleName().toString());
            }
        }
    }

    /** Names that no variable of a machine may have. */
    public Set<String> fields() {
        return fields;
    }

    boolean hidesField(String name, Machine machine) {
        return fields.contains(name)
                || machine.variables().stream().map(Variable::name).anyMatch(name::equals);
    }

    boolean hidesMethod(String name) {
        return methods.contains(name);
    }
}
