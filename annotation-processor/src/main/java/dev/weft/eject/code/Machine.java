package dev.weft.eject.code;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** A body taken apart. */
public final class Machine {

    private final Node body;
    private final TypeElement owner;
    private final boolean generator;
    private final String result;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Node> classes = new ArrayList<>();
    private final Set<Node> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Step, Set<Variable>> captures = new IdentityHashMap<>();
    private final Region region = new Region(null);
    private final Map<String, String> bridges = new LinkedHashMap<>();
    private boolean goesBack;
    private final Label start = new Label();

    /**
     * Begins to take a body apart.
     *
     * @param body the method or lambda
     * @param owner the class that it stands in
     * @param generator whether it gives elements
     * @param result the type of its result or elements as source text
     */
    public Machine(Node body, TypeElement owner, boolean generator, String result) {
        this.body = body;
        this.owner = owner;
        this.generator = generator;
        this.result = result;
    }

    public Node body() {
        return body;
    }

    public TypeElement owner() {
        return owner;
    }

    public boolean isGenerator() {
        return generator;
    }

    public String result() {
        return result;
    }

    /** In the order of their declarations. */
    public List<Variable> variables() {
        return variables;
    }

    /** Local classes of the body, which all states know. */
    public List<Node> classes() {
        return classes;
    }

    /** Whether control ever goes to a state: if not, the body needs no loop. */
    public boolean goesBack() {
        return goesBack;
    }

    public void goesBack(boolean does) {
        goesBack = does;
    }

    /** Methods that the class around needs for the machine, by their names. */
    public Map<String, String> bridges() {
        return bridges;
    }

    /** Statements that have been taken apart, and are no statements any more. */
    public Set<Node> opened() {
        return opened;
    }

    /** Which variables the lambdas and classes in a step read. */
    public Map<Step, Set<Variable>> captures() {
        return captures;
    }

    public Region region() {
        return region;
    }

    public Label start() {
        return start;
    }
}
