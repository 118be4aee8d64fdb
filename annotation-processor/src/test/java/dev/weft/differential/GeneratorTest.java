package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.differential.Batch.Finding;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random programs, woven or ejected, and compared with their blocking twins. */
final class GeneratorTest {

    private static final GeneratorMain GENERATOR = new GeneratorMain();
    private static final GeneratorMain EJECTING =
            new GeneratorMain(ToolProvider.getSystemJavaCompiler());

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900})
    void randomProgramsDoWhatTheirTwinsDo(long from) {
        int before = GENERATOR.skipped();
        assertThat(GENERATOR.run(from, from + 100).stream().map(this::described)).isEmpty();
        assertThat(GENERATOR.skipped() - before).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200})
    void ejectedProgramsDoWhatTheirTwinsDo(long from) {
        assertThat(EJECTING.run(from, from + 100).stream().map(EJECTING::described)).isEmpty();
    }

    private String described(Finding finding) {
        return GENERATOR.described(finding);
    }
}
