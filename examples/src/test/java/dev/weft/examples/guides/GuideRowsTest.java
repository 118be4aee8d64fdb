package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the programs tell of each row, and of nothing that is not there. */
class GuideRowsTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d{3}-\\d{2}|D\\d+) \\| (.*) \\|$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*)`");

    @Test
    void eachRowIsToldOfOnceAndInOrder() throws IOException {
        List<String> rows = new ArrayList<>();
        addRows(rows, "000-%02d", 51);
        addRows(rows, "001-%02d", 8);
        addRows(rows, "002-%02d", 52);
        addRows(rows, "003-%02d", 27);
        addRows(rows, "D%d", 16);
        assertThat(table().map(row -> row.group(1))).containsExactlyElementsOf(rows);
    }

    private static void addRows(List<String> rows, String format, int count) {
        IntStream.rangeClosed(1, count).mapToObj(format::formatted).forEach(rows::add);
    }

    @Test
    void eachRowNamesAProgramOrSaysForWhatItWaits() throws IOException {
        assertThat(table().map(row -> row.group(2)))
                .allMatch(text -> text.startsWith("`") || text.matches("waits \\| \\w.*"));
    }

    @Test
    void programsAndTestsThatAreNamedExist() throws IOException {
        Set<String> sources = sources();
        assertThat(sources).containsAll(namedIn("guides.md")).containsAll(namedIn("README.md"));
    }

    @Test
    void eachProgramIsInBothTables() throws IOException {
        Set<String> programs = programs();
        assertThat(programs).isNotEmpty();
        assertThat(namedIn("README.md")).containsAll(programs);
        assertThat(namedIn("guides.md")).containsAll(programs);
    }

    private static Stream<MatchResult> table() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(Path.of("guides.md")));
        return rows.results();
    }

    private static List<String> namedIn(String file) throws IOException {
        Matcher names = CLASS.matcher(Files.readString(Path.of(file)));
        return names.results().map(name -> name.group(1)).toList();
    }

    /** All of the package that can be run. */
    private static Set<String> programs() throws IOException {
        Path folder = Path.of("src/main/java/dev/weft/examples/guides");
        Set<String> programs = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("public static void main(")) {
                    programs.add(className(file));
                }
            }
        }
        return programs;
    }

    /** Names of the classes of the whole repository; those that must not compile are among them. */
    private static Set<String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(GuideRowsTest::filesUnder)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(GuideRowsTest::className)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> filesUnder(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
