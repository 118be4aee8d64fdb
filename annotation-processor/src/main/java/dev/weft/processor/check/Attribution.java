package dev.weft.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What is known of trees: by javac, and of Weft's own types. */
record Attribution(
        Trees trees,
        Types types,
        AsyncContracts contracts,
        Closeables closeables,
        Suspensions suspensions) {

    static Attribution of(Trees trees, Types types, Elements elements, AsyncContracts contracts) {
        Closeables closeables = new Closeables(types, elements);
        Suspensions suspensions = new Suspensions(trees, closeables);
        return new Attribution(trees, types, contracts, closeables, suspensions);
    }

    /** What an async lambda of this type returns; null if one of this type is not async. */
    @Nullable TypeMirror resultOf(@Nullable TypeMirror target) {
        return contracts.result(target, types);
    }

    /** What a message calls the scope that a resource is, if it is one of Weft's that cancel. */
    @Nullable String scopeOf(TreePath resource) {
        TypeMirror type = trees.getTypeMirror(resource);
        return type == null ? null : closeables.scope(type);
    }
}
