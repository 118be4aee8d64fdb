package dev.weft.processor.check;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds types by the names that they have in class files. */
public final class InternalNames {

    private final Elements elements;
    private final Map<String, TypeElement> known = new HashMap<>();

    public InternalNames(Elements elements) {
        this.elements = elements;
    }

    /**
     * Keeps a type that has been seen: the compiler gives local ones to nobody who asks by name.
     */
    void seen(TypeElement type) {
        NestingKind nesting = type.getNestingKind();
        if (nesting == NestingKind.LOCAL || nesting == NestingKind.ANONYMOUS) remember(type);
    }

    /** Keeps a type for {@link #find}. */
    void remember(TypeElement type) {
        known.put(elements.getBinaryName(type).toString().replace('.', '/'), type);
    }

    /** The type with this internal name, null if there is none. */
    public @Nullable TypeElement find(String internalName) {
        return known.computeIfAbsent(internalName, this::lookUp);
    }

    /** A {@code $} divides a type from its member, or is part of its name. */
    private @Nullable TypeElement lookUp(String internalName) {
        TypeElement type = elements.getTypeElement(internalName.replace('/', '.'));
        for (int i = internalName.lastIndexOf('$');
                type == null && i > 0;
                i = internalName.lastIndexOf('$', i - 1)) {
            TypeElement outer = lookUp(internalName.substring(0, i));
            type = outer == null ? null : member(outer, internalName);
        }
        return type;
    }

    private @Nullable TypeElement member(TypeElement outer, String internalName) {
        for (Element member : outer.getEnclosedElements()) {
            if (member instanceof TypeElement type
                    && elements.getBinaryName(type).contentEquals(internalName.replace('/', '.'))) {
                return type;
            }
        }
        return null;
    }
}
