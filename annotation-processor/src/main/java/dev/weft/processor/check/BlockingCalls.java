package dev.weft.processor.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which methods block: those of the list {@code blocking.txt}, those that options add, and those
 * that are marked {@code @Blocking}.
 */
final class BlockingCalls {

    private static final String LIST = "blocking.txt";
    private static final String ANY = "*";
    private static final String NEVER = "NEVER";

    /** Weft's own mark, and others that mean the same. */
    private static final Set<String> MARKS =
            Set.of(
                    Names.PACKAGE + "Blocking",
                    "org.jetbrains.annotations.Blocking",
                    "io.smallrye.common.annotation.Blocking");

    /** One type's methods of one kind. */
    private record Entry(@Nullable Diagnostics way, String type, String name) {
        boolean hasName(String called) {
            return name.endsWith(ANY)
                    ? called.startsWith(name.substring(0, name.length() - 1))
                    : name.equals(called);
        }
    }

    private final Attribution attribution;
    private final List<Entry> patterns = new ArrayList<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<ExecutableElement, Boolean> marked = new HashMap<>();

    BlockingCalls(Attribution attribution, List<String> added) {
        this.attribution = attribution;
        lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::addLine);
        for (String method : added) {
            int hash = method.indexOf('#');
            String name = hash < 0 ? ANY : method.substring(hash + 1);
            String type = hash < 0 ? method : method.substring(0, hash);
            add(new Entry(Diagnostics.BLOCKS_THREAD, type, name));
        }
    }

    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(BlockingCalls.class.getResourceAsStream(LIST))) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void addLine(String line) {
        String[] words = line.split(" +");
        Diagnostics way = words[0].equals(NEVER) ? null : Diagnostics.valueOf("BLOCKS_" + words[0]);
        for (int i = 2; i < words.length; i++) {
            add(new Entry(way, words[1], words[i]));
        }
    }

    private void add(Entry entry) {
        if (entry.name.endsWith(ANY)) {
            patterns.add(entry);
        } else {
            byName.computeIfAbsent(entry.name, name -> new ArrayList<>()).add(entry);
        }
    }

    /**
     * What is said of a call of a method that blocks; null if it does not.
     *
     * @param receiver the type of what it is called on, null if that is not written
     */
    @Nullable Diagnostics way(ExecutableElement method, @Nullable TypeMirror receiver) {
        if (isMarked(method)) {
            return Diagnostics.BLOCKS_MARKED;
        }
        String name = method.getSimpleName().toString();
        TypeMirror owner = method.getEnclosingElement().asType();
        List<Entry> found = new ArrayList<>(byName.getOrDefault(name, List.of()));
        patterns.stream().filter(entry -> entry.hasName(name)).forEach(found::add);
        found.removeIf(entry -> !isA(owner, entry) && !isA(receiver, entry));
        return found.stream().anyMatch(entry -> entry.way == null)
                ? null
                : found.stream().map(Entry::way).findFirst().orElse(null);
    }

    private boolean isA(@Nullable TypeMirror type, Entry entry) {
        return attribution.isA(type, entry.type);
    }

    private boolean isMarked(ExecutableElement method) {
        return marked.computeIfAbsent(method, this::findMark);
    }

    /** Marks are on the method, on its class, or on what it overrides. */
    private boolean findMark(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return hasMark(method)
                || hasMark(owner)
                || attribution.supertypes(owner).stream()
                        .flatMap(
                                type ->
                                        ElementFilter.methodsIn(type.getEnclosedElements())
                                                .stream())
                        .filter(
                                inherited ->
                                        inherited.getSimpleName().equals(method.getSimpleName()))
                        .filter(
                                inherited ->
                                        hasMark(inherited)
                                                || hasMark(inherited.getEnclosingElement()))
                        .anyMatch(
                                inherited ->
                                        attribution.elements().overrides(method, inherited, owner));
    }

    private static boolean hasMark(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mark -> mark.getAnnotationType().asElement())
                .anyMatch(mark -> MARKS.contains(mark.toString()));
    }
}
