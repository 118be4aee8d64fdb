package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about ejecting shows is what ejecting gives. */
final class EjectPageTest {

    private static final Path PAGE = Path.of("../docs/eject.md");
    private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```\n");
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");

    @Test
    void showsFiveMethodsAsTheyAre() throws IOException {
        List<Source> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Matcher code = CODE.matcher(Files.readString(PAGE));
        while (code.find()) {
            Matcher name = CLASS.matcher(code.group(1));
            assertThat(name.find()).isTrue();
            if (before.size() == after.size())
                before.add(new Source(name.group(1) + ".java", code.group(1)));
            else after.add(code.group(1));
        }
        assertThat(after).hasSize(5);
        List<Source> ejected = new CorpusCompiler().eject(before, List.of());
        assertThat(ejected).extracting(Source::text).isEqualTo(after);
    }
}
