package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Ending;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Part;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.State;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Visits all that stands in states: text, nodes of the source, variables and jumps. */
abstract class Contents {

    private final Map<Node, Code> replacements;
    private @Nullable Step current;

    Contents(Map<Node, Code> replacements) {
        this.replacements = replacements;
    }

    /** A variable stands in a block. */
    void variable(Variable variable, Block block) {}

    /** A node stands in a block that is printed as it is, but for those within it. */
    void node(Node node, Block block) {}

    /** A label is gone to from a block, at once or through something else. */
    void label(Label label, Block block) {}

    /** Control goes to a label from a block without anything in between. */
    void goes(Label label, Block block) {}

    /** A block is entered. */
    void block(Block block) {}

    /** Whether what stands within the node belongs to the block. */
    boolean enters(Node node) {
        return true;
    }

    final void visit(Machine machine) {
        visit(machine.region());
    }

    private void visit(Region region) {
        for (Part part : region.parts()) {
            if (part instanceof State state) {
                visit(state.block());
            } else if (part instanceof Region inner) {
                visit(inner);
            }
        }
        for (Region.Handler handler : region.handlers()) {
            visit(handler.header(), handler.block());
            visit(handler.block());
        }
    }

    final void visit(Block block) {
        block(block);
        for (Step step : block.steps()) {
            Step around = current;
            current = step;
            visit(step, block);
            current = around;
        }
    }

    /** The step that is visited, the innermost one. */
    final @Nullable Step current() {
        return current;
    }

    private void visit(Step step, Block block) {
        if (step instanceof Step.Verbatim verbatim) {
            visit(verbatim.statement(), block);
        } else if (step instanceof Step.Line line) {
            visit(line.code(), block);
        } else if (step instanceof Step.Assign assign) {
            assigned(assign, block);
        } else if (step instanceof Step.Declaration declaration) {
            declaration.variables().forEach(assign -> assigned(assign, block));
        } else if (step instanceof Step.Bind bind) {
            variable(bind.variable(), block);
        } else if (step instanceof Step.Suspend suspend) {
            visit(suspend.call(), block);
            next(suspend.next(), block);
        } else if (step instanceof Step.Emit emit) {
            visit(emit.element(), block);
            next(emit.next(), block);
        } else if (step instanceof Step.Jump jump) {
            jump(jump, block);
        } else if (step instanceof Step.Leave leave) {
            leave(leave.ending(), block);
        } else if (step instanceof Step.Exit exit) {
            visit(exit.code(), block);
        } else if (step instanceof Step.Then then) {
            visit(then.block());
        } else if (step instanceof Step.Choice choice) {
            visit(choice.condition(), block);
            visit(choice.then());
            visit(choice.otherwise());
        } else if (step instanceof Step.Select select) {
            visit(select.selector(), block);
            for (Step.Branch branch : select.branches()) {
                visit(branch.label(), branch.block());
                visit(branch.block());
            }
        }
    }

    private void assigned(Step.Assign assign, Block block) {
        variable(assign.variable(), block);
        if (assign.value() != null) {
            visit(assign.value(), block);
        }
    }

    private void leave(Ending ending, Block block) {
        ending.ways().forEach(way -> next(way, block));
        if (ending.hasChoice()) {
            variable(ending.way(), block);
        }
    }

    private void next(Label label, Block block) {
        label(label, block);
        goes(label, block);
    }

    private void jump(Step.Jump jump, Block block) {
        goes(jump.through().isEmpty() ? jump.target() : jump.through().get(0).entry(), block);
        for (Ending ending : jump.through()) {
            label(ending.entry(), block);
            if (ending.hasChoice()) {
                variable(ending.way(), block);
            }
        }
        label(jump.target(), block);
    }

    final void visit(Code code, Block block) {
        for (Object part : code.parts()) {
            if (part instanceof Variable variable) {
                variable(variable, block);
            } else if (part instanceof Node node) {
                visit(node, block);
            } else if (part instanceof Code.Original original) {
                within(original.node(), block);
            } else if (part instanceof Code.Renamed renamed) {
                renamed.call().getArguments().forEach(argument -> visit(argument, block));
            } else if (part instanceof Code.Braced braced) {
                visit(braced.statement(), block);
            } else if (part instanceof Code inner) {
                visit(inner, block);
            } else if (part instanceof Step.Jump jump) {
                jump(jump, block);
            }
        }
    }

    private void visit(Node node, Block block) {
        Code replacement = replacements.get(node);
        if (replacement == null) {
            within(node, block);
        } else {
            visit(replacement, block);
        }
    }

    private void within(Node node, Block block) {
        node(node, block);
        if (enters(node)) {
            for (Node child : List.copyOf(node.getChildNodes())) {
                visit(child, block);
            }
        }
    }
}
