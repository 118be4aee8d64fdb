package dev.weft.processor.report;

import dev.weft.weaver.MethodFacts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** All that is told of one source in the course of a compilation. */
final class SourceFacts {

    private final String name;
    private final URI uri;
    private final String text;
    private final List<Region> regions = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<MethodFacts> methods = new ArrayList<>();

    /**
     * @param name the folder of its package and its file's name, separated by slashes
     * @param uri where it is
     * @param text what stands in it
     */
    SourceFacts(String name, URI uri, String text) {
        this.name = name;
        this.uri = uri;
        this.text = text;
    }

    void addRegions(List<Region> found) {
        regions.addAll(found);
    }

    void addMarks(List<Mark> found) {
        marks.addAll(found);
    }

    void addNote(Note found) {
        notes.add(found);
    }

    void addMethods(List<MethodFacts> woven) {
        methods.addAll(woven);
    }

    String name() {
        return name;
    }

    /** The package, with dots; empty if it has none. */
    String packageName() {
        return name.contains("/") ? name.substring(0, name.lastIndexOf('/')).replace('/', '.') : "";
    }

    /** The file's name. */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    URI uri() {
        return uri;
    }

    String text() {
        return text;
    }

    List<Region> regions() {
        return regions;
    }

    List<Mark> marks() {
        return marks;
    }

    List<Note> notes() {
        return notes;
    }

    /** How much there is that nobody has silenced. */
    int findings() {
        return notes.size() - silenced();
    }

    int silenced() {
        return (int) notes.stream().filter(Note::isSilenced).count();
    }

    List<MethodFacts> methods() {
        return methods;
    }
}
