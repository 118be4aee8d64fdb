package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.differential.Batch.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand random programs, woven and compared with their blocking twins. */
final class GeneratorTest {

    private static final GeneratorMain GENERATOR = new GeneratorMain();

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900})
    void randomProgramsDoWhatTheirTwinsDo(long from) {
        int before = GENERATOR.skipped();
        assertThat(GENERATOR.run(from, from + 100).stream().map(this::described)).isEmpty();
        assertThat(GENERATOR.skipped() - before).isLessThan(10);
    }

    private String described(Finding finding) {
        return GENERATOR.described(finding);
    }
}
