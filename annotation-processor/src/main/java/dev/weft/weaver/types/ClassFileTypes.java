package dev.weft.weaver.types;

import dev.weft.weaver.Names;
import dev.weft.weaver.TypeOracle;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * Reads class files to know of other classes. Threads may share one; each class file is read about
 * once, and nothing is locked meanwhile, as what finds them may load classes itself.
 */
public final class ClassFileTypes implements TypeOracle {

    private final ClassFiles classFiles;
    private final Map<String, TypeFacts> known = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    public ClassFileTypes(ClassFiles classFiles) {
        this.classFiles = classFiles;
    }

    @Override
    public boolean isAsyncContract(String functionalInterface, String method) {
        return any(functionalInterface, (name, facts) -> facts.async().contains(method));
    }

    @Override
    public boolean isAsyncCloseable(String type) {
        return any(type, (name, facts) -> name.equals(Names.CLOSEABLE));
    }

    @Override
    public boolean inheritsAsyncClose(String type) {
        return isAsyncCloseable(type)
                && !any(type, (name, facts) -> facts.closes() && !name.equals(Names.CLOSEABLE));
    }

    /** Internal names of the classes that were asked for and not found. */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    /** Whether something holds for a type or one of its supertypes. */
    private boolean any(String type, BiPredicate<String, TypeFacts> property) {
        if (isOfTheJdk(type)) return false;
        TypeFacts facts = facts(type);
        return property.test(type, facts)
                || facts.parents().stream().anyMatch(parent -> any(parent, property));
    }

    /** Nothing in the JDK knows of Weft. An array is no class of its own. */
    private static boolean isOfTheJdk(String type) {
        return type.startsWith("java/") || type.startsWith("[");
    }

    private TypeFacts facts(String type) {
        TypeFacts facts = known.get(type);
        if (facts == null) {
            facts = read(type);
            known.put(type, facts);
        }
        return facts;
    }

    private TypeFacts read(String type) {
        byte[] classFile = classFiles.find(type);
        if (classFile == null) {
            missing.add(type);
            return TypeFacts.NOTHING;
        }
        return TypeFacts.read(classFile);
    }
}
