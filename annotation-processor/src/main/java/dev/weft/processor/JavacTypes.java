package dev.weft.processor;

import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.Closeables;
import dev.weft.processor.check.InternalNames;
import dev.weft.weaver.TypeOracle;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the compiler knows of other classes, for the weaver. */
final class JavacTypes implements TypeOracle {

    private final AsyncContracts contracts;
    private final InternalNames names;
    private final Types types;
    private final Closeables closeables;
    private final Map<String, Boolean> closedAsync = new HashMap<>();

    JavacTypes(Types types, Elements elements, AsyncContracts contracts) {
        this.contracts = contracts;
        this.names = contracts.names();
        this.types = types;
        this.closeables = new Closeables(types, elements);
    }

    @Override
    public boolean isAsyncContract(String functionalInterface, String method) {
        return contracts.isAsyncContract(functionalInterface, method);
    }

    @Override
    public boolean isAsyncCloseable(String type) {
        return closedAsync.computeIfAbsent(type, name -> has(names.find(name), closeables::isOne));
    }

    @Override
    public boolean inheritsAsyncClose(String type) {
        return isAsyncCloseable(type) && has(names.find(type), closeables::inheritsClose);
    }

    private boolean has(@Nullable TypeElement type, Predicate<TypeMirror> property) {
        return type != null && property.test(types.erasure(type.asType()));
    }
}
