package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.State;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers the states: the start is 0, the others as they stand. */
public final class Numbering extends Contents {

    private final Set<Label> labels = new HashSet<>();

    private Numbering(Map<Node, Code> replacements) {
        super(replacements);
    }

    /** Numbers the states of a machine. */
    public static void number(Machine machine, Map<Node, Code> replacements) {
        Numbering numbering = new Numbering(replacements);
        numbering.visit(machine);
        numbering.number(machine);
    }

    @Override
    void label(Label label, Block block) {
        labels.add(label);
    }

    private void number(Machine machine) {
        machine.goesBack(!labels.isEmpty());
        labels.add(machine.start());
        State first = Reaching.end(machine.start());
        int number = 1;
        for (State state : machine.region().states()) {
            state.label().number(state == first ? 0 : number++);
        }
        for (Label label : labels) {
            label.number(Reaching.end(label).label().number());
        }
    }
}
