package dev.weft.differential.generator;

/** A program as a tree of statements, for printing and for shrinking. */
public final class GeneratedProgram {

    private final String name;
    private final Node.Block members;

    GeneratedProgram(String name, Node.Block members) {
        this.name = name;
        this.members = members;
    }

    public String name() {
        return name;
    }

    Node.Block members() {
        return members;
    }

    /** The compilation unit. */
    public String source() {
        StringBuilder out = new StringBuilder();
        out.append("package gen;\n\n");
        out.append("import static dev.weft.Weft.*;\n");
        out.append("import static dev.weft.differential.probe.Probe.*;\n");
        out.append("import static gen.Support.*;\n");
        out.append("import static java.util.concurrent.CompletableFuture.completedFuture;\n\n");
        out.append("import dev.weft.*;\n");
        out.append("import dev.weft.differential.probe.*;\n");
        out.append("import gen.Support.*;\n");
        out.append("import java.util.concurrent.*;\n\n");
        out.append("public class ").append(name).append(" {\n");
        members.write(out, "  ");
        return out.append("}\n").toString();
    }
}
