package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionGroupTest {
    private final IOException io = new IOException("io");
    private final FileNotFoundException file = new FileNotFoundException("file");
    private final IllegalStateException state = new IllegalStateException("state");
    private final AssertionError error = new AssertionError("error");
    private final ExceptionGroup inner = new ExceptionGroup("inner", List.of(file, error));
    private final ExceptionGroup group = new ExceptionGroup("outer", List.of(io, inner, state));

    @Test
    void itHoldsExceptionsOfAnyTypeAndShowsThemAsSuppressed() {
        assertThat(group).isInstanceOf(RuntimeException.class).hasMessage("outer (3 exceptions)");
        assertThat(group.exceptions()).containsExactly(io, inner, state);
        assertThat(group.leaves()).containsExactly(io, file, error, state);
        StringWriter text = new StringWriter();
        group.printStackTrace(new PrintWriter(text));
        assertThat(text.toString())
                .contains("Suppressed: java.io.IOException: io")
                .contains("Suppressed: dev.weft.ExceptionGroup: inner (2 exceptions)")
                .contains("Suppressed: java.lang.AssertionError: error");
    }

    @Test
    void anEmptyGroupIsRefused() {
        assertThatThrownBy(() -> new ExceptionGroup("empty", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void subgroupKeepsTheNestingAndTheTrace() {
        ExceptionGroup found = group.subgroup(IOException.class);
        assertThat(found.getMessage()).isEqualTo("outer (2 exceptions)");
        assertThat(found.getStackTrace()).isEqualTo(group.getStackTrace());
        assertThat(found.exceptions()).hasSize(2).first().isSameAs(io);
        assertThat(((ExceptionGroup) found.exceptions().get(1)).exceptions()).containsExactly(file);
        assertThat(group.subgroup(Throwable.class)).isSameAs(group);
        assertThat(group.subgroup(IllegalArgumentException.class)).isNull();
        assertThat(group.subgroup(Error.class).leaves()).containsExactly(error);
        assertThat(group.subgroup(e -> e == inner).exceptions()).containsExactly(inner);
    }

    @Test
    void aGroupIsNotTakenForTheRuntimeExceptionThatItIs() {
        assertThat(group.subgroup(RuntimeException.class).leaves()).containsExactly(state);
    }

    @Test
    void splitPartsWhatIsWantedFromTheRest() {
        ExceptionGroup.Split split = group.split(IOException.class);
        assertThat(split.matching().leaves()).containsExactly(io, file);
        assertThat(split.rest().leaves()).containsExactly(error, state);
        assertThat(group.split(Throwable.class).rest()).isNull();
    }

    @Test
    void handleCallsTheActionForEachAndThrowsTheRestAsItWas() {
        List<Throwable> handled = new ArrayList<>();
        Throwable rest =
                catchThrowable(
                        () ->
                                group.handle(IOException.class, handled::add)
                                        .handle(IllegalStateException.class, handled::add)
                                        .orThrow());
        assertThat(handled).containsExactly(io, file, state);
        assertThat(((ExceptionGroup) rest).leaves()).containsExactly(error);
        assertThat(((ExceptionGroup) rest).exceptions().get(0)).isInstanceOf(ExceptionGroup.class);
    }

    @Test
    void handleOfEverythingThrowsNothingAndEachIsHandledOnce() {
        List<Throwable> handled = new ArrayList<>();
        assertThatCode(
                        () ->
                                group.handle(FileNotFoundException.class, handled::add)
                                        .handle(Throwable.class, handled::add)
                                        .handle(Throwable.class, handled::add)
                                        .orThrow())
                .doesNotThrowAnyException();
        assertThat(handled).containsExactly(file, io, error, state);
    }

    @Test
    void whatActionsThrowIsThrownWithTheRest() {
        IllegalArgumentException thrown = new IllegalArgumentException("while handling");
        ExceptionGroup all =
                (ExceptionGroup)
                        catchThrowable(
                                () ->
                                        group.handle(
                                                        IllegalStateException.class,
                                                        e -> {
                                                            throw thrown;
                                                        })
                                                .orThrow());
        assertThat(all.exceptions().get(0)).isSameAs(thrown);
        assertThat(all.leaves()).containsExactly(thrown, io, file, error);
    }

    @Test
    void whatAnActionThrowsAgainStaysInItsPlace() {
        Throwable rest =
                catchThrowable(
                        () ->
                                group.handle(
                                                Throwable.class,
                                                e -> {
                                                    if (e instanceof IOException again) {
                                                        throw again;
                                                    }
                                                })
                                        .orThrow());
        assertThat(((ExceptionGroup) rest).leaves()).containsExactly(io, file);
        assertThat(rest).hasMessage("outer (2 exceptions)");
    }

    @Test
    void treeShowsTheNesting() {
        assertThat(group.tree())
                .isEqualTo(
                        """
                        dev.weft.ExceptionGroup: outer (3 exceptions)
                        ├─ java.io.IOException: io
                        ├─ dev.weft.ExceptionGroup: inner (2 exceptions)
                        │  ├─ java.io.FileNotFoundException: file
                        │  └─ java.lang.AssertionError: error
                        └─ java.lang.IllegalStateException: state
                        """);
    }
}
