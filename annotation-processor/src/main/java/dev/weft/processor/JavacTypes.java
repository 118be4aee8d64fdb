package dev.weft.processor;

import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.InternalNames;
import dev.weft.weaver.TypeOracle;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the compiler knows of other classes, for the weaver. */
final class JavacTypes implements TypeOracle {

    private final AsyncContracts contracts;
    private final InternalNames names;
    private final Types types;
    private final @Nullable TypeElement closeable;
    private final Map<String, Boolean> closeables = new HashMap<>();

    JavacTypes(ProcessingEnvironment environment, AsyncContracts contracts) {
        this.contracts = contracts;
        this.names = contracts.names();
        this.types = environment.getTypeUtils();
        this.closeable = environment.getElementUtils().getTypeElement("dev.weft.AsyncCloseable");
    }

    @Override
    public boolean isAsyncContract(String functionalInterface, String method) {
        return contracts.isAsyncContract(functionalInterface, method);
    }

    @Override
    public boolean isAsyncCloseable(String type) {
        return closeables.computeIfAbsent(type, this::inheritsCloseable);
    }

    private boolean inheritsCloseable(String name) {
        TypeElement type = closeable == null ? null : names.find(name);
        return type != null
                && types.isSubtype(types.erasure(type.asType()), types.erasure(closeable.asType()));
    }
}
