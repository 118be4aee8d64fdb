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
    LOST_RETURN("lostReturn"),

    UNAWAITED("unawaited", Severity.ERROR),
    OBJECT_WAIT("objectWait", Severity.ERROR),
    NESTED_RUN("nestedRun", Severity.ERROR),
    LOCK_ACROSS_AWAIT("lockAcrossAwait", Severity.ERROR),

    BLOCKING("blocking", Severity.WARN),
    SWALLOWED_CANCEL("swallowedCancel", Severity.WARN),
    LOST_TASK("lostTask", Severity.WARN),
    LOST_FUTURE("lostFuture", Severity.WARN),
    LOST_GROUP_REST("lostGroupRest", Severity.WARN),
    EMPTY_SCOPE("emptyScope", Severity.WARN),
    ENDLESS_LOOP("endlessLoop", Severity.WARN),
    BUSY_WAIT("busyWait", Severity.WARN),
    SHORT_RESOURCE("shortResource", Severity.WARN),
    UNCLOSED("unclosed", Severity.WARN),
    THREAD_LOCAL("threadLocal", Severity.WARN),
    FIELD_RACE("fieldRace", Severity.WARN),

    AWAIT_IN_FINALLY("awaitInFinally", Severity.OFF),
    NEVER_AWAITS("neverAwaits", Severity.OFF),
    TIMEOUT_PARAMETER("timeoutParameter", Severity.OFF),
    JUMP_OUT_OF_GROUP("jumpOutOfGroup", Severity.OFF);

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
