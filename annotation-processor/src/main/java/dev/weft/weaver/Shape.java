package dev.weft.weaver;

import java.util.Optional;
import org.objectweb.asm.Type;

/** What a method marked {@code @Async} is, as its declared return type says. */
public enum Shape {
    /** Cold: calling it makes the coroutine and runs nothing. */
    COROUTINE(Names.COROUTINE),
    /** Cold, and gives elements: calling it makes the generator and runs nothing. */
    GENERATOR(Names.GENERATOR),
    /** Hot: runs on the caller to its first suspension. */
    FUTURE(Names.FUTURE),
    /** Hot, declared by the interface. */
    STAGE(Names.STAGE),
    /** Runs an event loop to the end of the body. */
    ENTRY_POINT("");

    private final String returned;

    Shape(String returned) {
        this.returned = returned;
    }

    /** The shape of a method with this descriptor, empty if no async method may have it. */
    public static Optional<Shape> of(String methodDescriptor) {
        Type type = Type.getReturnType(methodDescriptor);
        if (type == Type.VOID_TYPE) return Optional.of(ENTRY_POINT);
        for (Shape shape : values()) {
            if (type.getSort() == Type.OBJECT && type.getInternalName().equals(shape.returned)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    /** Whether the method gives a stage of the JDK. */
    public boolean hot() {
        return this == FUTURE || this == STAGE;
    }
}
