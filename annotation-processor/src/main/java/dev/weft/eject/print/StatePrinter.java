package dev.weft.eject.print;

import dev.weft.eject.code.Block;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Part;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.State;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the states of a machine. */
final class StatePrinter {

    private final Machine machine;
    private final Splicer splicer;
    private final MachinePrinter printer;
    private final String unit;
    private final Set<Variable> declared = new HashSet<>();

    StatePrinter(Machine machine, Splicer splicer, MachinePrinter printer, String unit) {
        this.machine = machine;
        this.splicer = splicer;
        this.printer = printer;
        this.unit = unit;
    }

    void print(Lines out) {
        Region region = machine.region();
        if (isStraight(region)) {
            block(((State) region.parts().get(0)).block(), true, new HashSet<>(), out);
            return;
        }
        out.line("while (true) {").in();
        states(region, true, out);
        out.out().line("}");
    }

    /** Whether there is one state, and nothing goes back to its beginning. */
    private boolean isStraight(Region region) {
        return region.parts().size() == 1
                && region.parts().get(0) instanceof State state
                && !machine.goesBack();
    }

    private void states(Region region, boolean outermost, Lines out) {
        out.line("switch (state) {").in();
        for (Part part : region.parts()) {
            if (part instanceof State state) {
                out.line("case " + state.label().number() + " -> {").in();
                out.line(nested(state.block(), true, Set.of()));
                out.out().line("}");
            } else if (part instanceof Region inner) {
                String numbers =
                        inner.states().stream()
                                .map(state -> Integer.toString(state.label().number()))
                                .collect(Collectors.joining(", "));
                out.line("case " + numbers + " -> {").in();
                guarded(inner, out);
                out.out().line("}");
            }
        }
        if (outermost) {
            out.line("default -> throw unknownState();");
        }
        out.out().line("}");
    }

    private void guarded(Region region, Lines out) {
        out.line("try {").in();
        if (region.parts().size() == 1 && region.parts().get(0) instanceof State state) {
            block(state.block(), true, new HashSet<>(), out);
        } else if (region.parts().size() == 1 && region.parts().get(0) instanceof Region inner) {
            guarded(inner, out);
        } else {
            states(region, false, out);
        }
        out.out();
        for (Region.Handler handler : region.handlers()) {
            out.line("} catch (" + splicer.text(handler.header()) + ") {").in();
            block(handler.block(), true, new HashSet<>(), out);
            out.out();
        }
        out.line("}");
    }

    /**
     * Prints a block.
     *
     * @param last whether nothing follows in the state, so that a jump need not say continue
     * @param local variables that have a local of their name beside their field here
     */
    private void block(Block block, boolean last, Set<Variable> local, Lines out) {
        List<Step> steps = block.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            copyCaptured(step, local, out);
            step(step, last && i == steps.size() - 1, local, out);
        }
    }

    /** A lambda keeps the value of a variable, not the field, which may get another one. */
    private void copyCaptured(Step step, Set<Variable> local, Lines out) {
        for (Variable variable : machine.captures().getOrDefault(step, Set.of())) {
            boolean copied =
                    variable.isField()
                            && variable.kind() != Variable.Kind.PARAMETER
                            && local.add(variable);
            if (copied) {
                out.line(
                        variable.type()
                                + " "
                                + variable.name()
                                + " = this."
                                + variable.name()
                                + ";");
            }
        }
    }

    private void step(Step step, boolean last, Set<Variable> local, Lines out) {
        if (step instanceof Step.Verbatim verbatim) {
            out.line(splicer.statement(verbatim.statement()));
        } else if (step instanceof Step.Line line) {
            out.line(splicer.text(line.code()));
        } else if (step instanceof Step.Remark remark) {
            if (!remark.text().isEmpty() || !out.isEmpty()) {
                out.line(remark.text());
            }
        } else if (step instanceof Step.Assign assign) {
            assign(assign, out);
        } else if (step instanceof Step.Declaration declaration) {
            declare(declaration, out);
        } else if (step instanceof Step.Bind bind) {
            if (bind.variable().isField()) {
                local.add(bind.variable());
                out.line("this." + bind.variable().name() + " = " + bind.variable().name() + ";");
            }
        } else if (step instanceof Step.Suspend suspend) {
            out.line("state = " + suspend.next().number() + ";");
            out.line("if (" + splicer.text(suspend.call()) + ") return SUSPENDED;");
            goOn(last, out);
        } else if (step instanceof Step.Emit emit) {
            out.line("state = " + emit.next().number() + ";");
            out.line("return emitted(" + splicer.text(emit.element()) + ");");
        } else if (step instanceof Step.Jump jump) {
            printer.jump(jump).forEach(out::line);
            goOn(last, out);
        } else if (step instanceof Step.Leave leave) {
            String way =
                    leave.ending().hasChoice()
                            ? leave.ending().way().name()
                            : Integer.toString(leave.ending().ways().iterator().next().number());
            out.line("state = " + way + ";");
            goOn(last, out);
        } else if (step instanceof Step.Exit exit) {
            out.line(splicer.text(exit.code()));
        } else if (step instanceof Step.Then then) {
            block(then.block(), last, local, out);
        } else if (step instanceof Step.Choice choice) {
            choose(choice, last, local, out);
        } else if (step instanceof Step.Select select) {
            select(select, last, local, out);
        }
    }

    private static void goOn(boolean last, Lines out) {
        if (!last) {
            out.line("continue;");
        }
    }

    private void assign(Step.Assign assign, Lines out) {
        Variable variable = assign.variable();
        String value = assign.value() == null ? null : splicer.text(assign.value());
        boolean declares = !variable.isField() && declared.add(variable);
        if (declares) {
            String start = variable.type() + " " + variable.name();
            out.line(value == null ? start + ";" : start + " = " + value + ";");
        } else if (value != null) {
            out.line(variable.name() + " = " + value + ";");
        }
    }

    private void declare(Step.Declaration declaration, Lines out) {
        if (declaration.variables().stream().anyMatch(assign -> assign.variable().isField())) {
            declaration.variables().forEach(assign -> assign(assign, out));
        } else {
            declaration.variables().forEach(assign -> declared.add(assign.variable()));
            out.line(splicer.statement(declaration.statement()));
        }
    }

    private String nested(Block block, boolean last, Set<Variable> local) {
        Lines inner = new Lines(unit);
        block(block, last, new HashSet<>(local), inner);
        return inner.toString();
    }

    private void choose(Step.Choice choice, boolean last, Set<Variable> local, Lines out) {
        String condition = splicer.text(choice.condition());
        if (last && leadsOn(choice.then()) && leadsOn(choice.otherwise())) {
            int then = ((Step.Jump) choice.then().steps().get(0)).target().number();
            int otherwise = ((Step.Jump) choice.otherwise().steps().get(0)).target().number();
            out.line("state = " + condition + " ? " + then + " : " + otherwise + ";");
            return;
        }
        String then = nested(choice.then(), last, local);
        String otherwise = nested(choice.otherwise(), last, local);
        if (then.isEmpty() && !otherwise.isEmpty()) {
            condition = "!(" + condition + ")";
            then = otherwise;
            otherwise = "";
        }
        out.line("if (" + condition + ") {").in();
        if (!then.isEmpty()) out.line(then);
        out.out();
        if (!otherwise.isEmpty()) {
            out.line("} else {").in().line(otherwise).out();
        }
        out.line("}");
    }

    private static boolean leadsOn(Block block) {
        return block.steps().size() == 1
                && block.steps().get(0) instanceof Step.Jump jump
                && jump.through().isEmpty();
    }

    private void select(Step.Select select, boolean last, Set<Variable> local, Lines out) {
        out.line("switch (" + splicer.text(select.selector()) + ") {").in();
        for (Step.Branch branch : select.branches()) {
            String label = splicer.text(branch.label());
            String body = nested(branch.block(), last, local);
            boolean statement = !body.contains("\n") && leadsOn(branch.block());
            if (statement) {
                out.line(label + " -> " + body);
            } else if (body.isEmpty()) {
                out.line(label + " -> {}");
            } else {
                out.line(label + " -> {").in();
                out.line(body).out().line("}");
            }
        }
        out.out().line("}");
    }
}
