package dev.weft.eject.print;

import dev.weft.eject.code.Machine;
import dev.weft.eject.facts.Imports;
import dev.weft.eject.source.SourceFile;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gives a file the imports that its machines need. */
public final class MachineImports {

    private static final String OWNER = "dev.weft.woven.";

    private final SourceFile source;
    private final Imports imports;

    /** The imports of a file. */
    public MachineImports(SourceFile source, Imports imports) {
        this.source = source;
        this.imports = imports;
    }

    Imports types() {
        return imports;
    }

    /** The base class of a machine as the file names it. */
    String base(Machine machine) {
        String simple = simple(machine);
        return source.says(simple) ? OWNER + simple : simple;
    }

    private static String simple(Machine machine) {
        return machine.isGenerator() ? "GeneratorMachine" : "StateMachine";
    }

    /** The text of the file with imports for its machines. */
    public String addTo(String text, Collection<Machine> machines) {
        TreeSet<String> names = new TreeSet<>(imports.added());
        machines.stream()
                .map(MachineImports::simple)
                .filter(simple -> !source.says(simple))
                .forEach(simple -> names.add(OWNER + simple));
        TreeMap<Integer, String> lines = new TreeMap<>();
        names.forEach(name -> lines.merge(place(name), "import " + name + ";\n", String::concat));
        String changed = text;
        for (int place : lines.descendingKeySet()) {
            changed =
                    changed.substring(0, place)
                            + withBlankLine(place, lines.get(place))
                            + changed.substring(place);
        }
        return changed;
    }

    private String withBlankLine(int place, String lines) {
        boolean first = source.unit().getImports().isEmpty();
        return !first ? lines : place > 0 ? "\n" + lines : lines + "\n";
    }

    /** Where an import belongs in the order of names, or behind the last one, or the package. */
    private int place(String name) {
        int later =
                source.unit().getImports().stream()
                        .filter(line -> !line.isStatic())
                        .filter(line -> line.getNameAsString().compareTo(name) > 0)
                        .mapToInt(line -> source.lineStart(source.start(line)))
                        .findFirst()
                        .orElse(-1);
        if (later >= 0) {
            return later;
        }
        int end =
                Stream.of(imports(false), imports(true), owner())
                        .filter(found -> found > 0)
                        .findFirst()
                        .orElse(0);
        return end == 0 ? 0 : source.text().indexOf('\n', end) + 1;
    }

    private int imports(boolean ofMembers) {
        return source.unit().getImports().stream()
                .filter(line -> line.isStatic() == ofMembers)
                .mapToInt(source::end)
                .max()
                .orElse(0);
    }

    private int owner() {
        return source.unit().getPackageDeclaration().map(source::end).orElse(0);
    }
}
