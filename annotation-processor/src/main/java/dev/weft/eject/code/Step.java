package dev.weft.eject.code;

import com.github.javaparser.ast.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a state. */
public sealed interface Step {

    /** A statement as the user wrote it. */
    record Verbatim(Node statement) implements Step {}

    /** A statement of ours. */
    record Line(Code code) implements Step {}

    /** A comment of the user's. */
    record Remark(String text) implements Step {}

    /** The declaration of a variable, or its first value if it is a field; null for none yet. */
    record Assign(Variable variable, @Nullable Code value) implements Step {}

    /** A declaration of the user's, of which some variables may have become fields. */
    record Declaration(Node statement, List<Assign> variables) implements Step {}

    /** Saves a variable that a pattern or a catch clause has declared, if it is a field. */
    record Bind(Variable variable) implements Step {}

    /** Begins to wait; control goes on with the next state at once or later. */
    record Suspend(Label next, Code call) implements Step {}

    /** Gives an element; control goes on with the next state when another one is asked for. */
    record Emit(Label next, Code element) implements Step {}

    /** Goes to a state, through what has to be done on the way, the innermost first. */
    record Jump(List<Ending> through, Label target) implements Step {}

    /** Goes on behind an ending to where it was entered for. */
    record Leave(Ending ending) implements Step {}

    /** The end of a body, by a return or throw statement. */
    record Exit(Code code) implements Step {}

    /** Goes on with what was a state of its own. */
    record Then(Block block) implements Step {}

    /** One of two ways. */
    record Choice(Code condition, Block then, Block otherwise) implements Step {}

    /** One of several ways. */
    record Select(Code selector, List<Branch> branches) implements Step {}

    /** One way of a {@link Select}: its label without the arrow. */
    record Branch(Code label, Block block) {}
}
