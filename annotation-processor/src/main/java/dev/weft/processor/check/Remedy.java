package dev.weft.processor.check;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;

/**
 * What to write instead of something, where that is certain.
 *
 * @param tree what is replaced
 * @param template what takes its place: {@code {0}} stands for the first of the parts, {@code
 *     {await}} for one of Weft's functions, {@code {java.time.Duration}} for a type, both as the
 *     source can name them
 * @param parts what stays, inside the tree and in source order
 * @param hidden the functions whose names mean something else there
 */
public record Remedy(Tree tree, String template, List<Tree> parts, Set<String> hidden) {

    static Remedy of(Tree tree, String template, Tree... parts) {
        return new Remedy(tree, template, List.of(parts), Set.of());
    }

    Remedy hiding(Set<String> names) {
        return new Remedy(tree, template, parts, names);
    }
}
