package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module point one way. */
class PackageCycleTest {

    private static final Pattern ARROW =
            Pattern.compile("^ +(dev\\.weft[\\w.]*) +-> (dev\\.weft[\\w.]*) ", Pattern.MULTILINE);

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Matcher found = ARROW.matcher(jdeps()); found.find(); ) {
            arrows.computeIfAbsent(found.group(1), from -> new TreeSet<>()).add(found.group(2));
        }
        assertThat(arrows).isNotEmpty();
        boolean shorter = true;
        while (shorter) {
            arrows.values().forEach(targets -> targets.retainAll(arrows.keySet()));
            shorter = arrows.values().removeIf(Set::isEmpty);
        }
        assertThat(arrows).as("packages in a cycle, or before one").isEmpty();
    }

    private static String jdeps() {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        int status = jdeps.run(writer, writer, "-verbose:package", "target/classes");
        assertThat(status).as(output.toString()).isZero();
        return output.toString();
    }
}
