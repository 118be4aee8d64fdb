package dev.weft.eject.facts;

import dev.weft.weaver.Names;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The methods that mean something to an async body. */
public enum Function {
    AWAIT,
    EMIT,
    EACH,
    /** Makes a coroutine or stage of a value: returned, it is the value. */
    DONE,
    END;

    private static final Map<String, Function> OF_WEFT =
            Map.of(
                    Names.AWAIT,
                    AWAIT,
                    Names.EMIT,
                    EMIT,
                    Names.EACH,
                    EACH,
                    Names.DONE,
                    DONE,
                    "end",
                    END);

    private static final Map<String, Function> OF_FUTURE =
            Map.of(Names.COMPLETED_FUTURE, DONE, Names.COMPLETED_STAGE, DONE);

    /** What a method is; null if it is none of these. */
    static @Nullable Function of(@Nullable Element method) {
        if (!(method instanceof ExecutableElement)
                || !(method.getEnclosingElement() instanceof TypeElement owner)) {
            return null;
        }
        String name = method.getSimpleName().toString();
        String type = owner.getQualifiedName().toString().replace('.', '/');
        return switch (type) {
            case Names.WEFT -> OF_WEFT.get(name);
            case Names.FUTURE -> OF_FUTURE.get(name);
            default -> null;
        };
    }
}
