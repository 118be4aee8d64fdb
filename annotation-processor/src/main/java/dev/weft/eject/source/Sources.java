package dev.weft.eject.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads source files. */
public final class Sources {

    private Sources() {}

    /** The older level first, which knows more of what Java 21 has than the newer one does. */
    private static final List<LanguageLevel> LEVELS =
            List.of(LanguageLevel.JAVA_21, LanguageLevel.JAVA_25);

    /**
     * The file with its tree; empty if it is not Java that is known here.
     *
     * @param opaque where enums and interfaces begin that are declared in a method
     */
    public static Optional<SourceFile> read(String text, Collection<Integer> opaque) {
        String covered = Opaque.covered(text, opaque);
        return LEVELS.stream()
                .map(level -> parse(covered, level))
                .flatMap(Optional::stream)
                .findFirst()
                .map(tree -> new SourceFile(text, tree));
    }

    private static Optional<CompilationUnit> parse(String text, LanguageLevel level) {
        ParserConfiguration configuration = new ParserConfiguration();
        configuration.setLanguageLevel(level);
        configuration.setAttributeComments(false);
        configuration.setTabSize(1);
        var parsed = new JavaParser(configuration).parse(text);
        return parsed.isSuccessful() ? parsed.getResult() : Optional.empty();
    }
}
