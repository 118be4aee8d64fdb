package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the README's table of hosts has a test, and each such test a row. */
class ReadmeHostsTest {

    private static final Pattern MARK =
            Pattern.compile(
                    "@ReadmeRow\\(\\s*\"([^\"]+)\"\\)(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s+void");

    @Test
    void everyRowIsShownByATest() throws IOException {
        Set<String> rows = rows(Files.readString(Path.of("../README.md")));
        assertThat(rows).hasSizeGreaterThan(5).isEqualTo(marked());
    }

    private static Set<String> rows(String readme) {
        Set<String> rows = new TreeSet<>();
        String table = readme.substring(readme.indexOf("| host | JDK |"));
        for (String line : table.lines().skip(2).takeWhile(row -> row.startsWith("|")).toList()) {
            String[] cells = line.split("\\|");
            rows.add(cells[1].strip() + ", " + cells[2].strip());
        }
        return rows;
    }

    private static Set<String> marked() throws IOException {
        Set<String> marks = new TreeSet<>();
        for (String module : new String[] {"annotation-processor", "agent"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Matcher mark = MARK.matcher(Files.readString(file));
                    while (mark.find()) marks.add(mark.group(1));
                }
            }
        }
        return marks;
    }
}
