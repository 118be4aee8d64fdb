package dev.weft.processor.check;

import org.jspecify.annotations.Nullable;

/**
 * The checks by the names that users know them by: {@code -Aweft.unawaited=warn}, {@code
 * SuppressWarnings("weft:unawaited")}, {@code docs/checks/unawaited.md}.
 */
public enum Check {
    AWAIT_PLACE("awaitPlace"),
    MONITOR("monitor"),
    EACH_PLACE("eachPlace"),
    EMIT_PLACE("emitPlace"),
    EMIT_TYPE("emitType"),
    EMIT_IN_SCOPE("emitInScope"),
    GENERATOR_RETURN("generatorReturn"),
    QUIET_BLOCK("quietBlock"),
    ASYNC_BODY("asyncBody"),
    RETURN_TYPE("returnType"),
    NESTED_RUN("nestedRun"),
    LOST_RETURN("lostReturn"),

    UNAWAITED("unawaited", Severity.ERROR),
    OBJECT_WAIT("objectWait", Severity.ERROR);

    private final String id;
    private final @Nullable Severity preset;

    /** One without which nothing could be woven: it is always an error. */
    Check(String id) {
        this.id = id;
        this.preset = null;
    }

    Check(String id, Severity preset) {
        this.id = id;
        this.preset = preset;
    }

    /** Its name, without the {@code weft:} before it. */
    public String id() {
        return id;
    }

    /** Whether options and annotations have a say. */
    public boolean isOptional() {
        return preset != null;
    }

    /** What is made of its findings where nobody says otherwise. */
    public Severity preset() {
        return preset == null ? Severity.ERROR : preset;
    }

    /** The compiler option that sets its severity. */
    public String option() {
        return "weft." + id;
    }
}
