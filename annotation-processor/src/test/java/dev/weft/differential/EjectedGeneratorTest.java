package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;

/** Random programs three ways: as their blocking twins, woven, and as plain source. */
final class EjectedGeneratorTest {

    @Test
    void plainRandomProgramsDoWhatTheirTwinsDo() {
        check(ToolProvider.getSystemJavaCompiler(), 1000, 1100);
    }

    @Test
    void theyDoWithEclipsesCompilerAsWell() {
        check(new EclipseCompiler(), 1100, 1130);
    }

    private static void check(JavaCompiler compiler, long from, long to) {
        GeneratorMain generator = new GeneratorMain(compiler);
        assertThat(generator.run(from, to).stream().map(generator::described)).isEmpty();
        assertThat(generator.skipped()).isLessThan(10);
    }
}
