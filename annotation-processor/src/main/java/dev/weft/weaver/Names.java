package dev.weft.weaver;

import java.util.Set;

/** All that the weaver knows of the runtime: its names. Woven code is held together by these. */
public final class Names {

    public static final String ASYNC = "Ldev/weft/Async;";
    public static final String WEFT = "dev/weft/Weft";
    public static final String AWAIT = "await";
    public static final String DONE = "done";
    public static final String EMIT = "emit";
    public static final String EACH = "each";

    public static final String AWAITABLE = "dev/weft/Awaitable";
    public static final String AWAIT_FROM = "awaitFrom";
    public static final String AWAIT_FROM_DESCRIPTOR = "(Ldev/weft/Coroutine;)Ljava/lang/Object;";
    public static final String COROUTINE = "dev/weft/Coroutine";

    public static final String GENERATOR = "dev/weft/AsyncGenerator";
    public static final String ASYNC_ITERATOR = "dev/weft/AsyncIterator";
    public static final String NEXT_FROM = "nextFrom";
    public static final String CLOSEABLE = "dev/weft/AsyncCloseable";
    public static final String CLOSE = "close";

    public static final String STAGE = "java/util/concurrent/CompletionStage";
    public static final String FUTURE = "java/util/concurrent/CompletableFuture";
    public static final String COMPLETED_FUTURE = "completedFuture";
    public static final String COMPLETED_STAGE = "completedStage";

    public static final String FRAME = "dev/weft/woven/Frame";

    /** Behind a frame class's name: no method's name has a dollar there. */
    public static final String CALL = "$Call";

    public static final String BEGUN_IN = "begunIn";
    public static final String ENTER = "enter";
    public static final String LEAVE = "leave";
    public static final String FAIL = "fail";
    public static final String ENDED = "ended";
    public static final String STATE = "state";
    public static final String STEP = "step";
    public static final String STEP_DESCRIPTOR = "(Ljava/lang/Object;)Ljava/lang/Object;";
    public static final String TRACE = "trace";
    public static final String RECEIVED = "received";
    public static final String FATE = "fate";
    public static final String FATE_DESCRIPTOR = "(Ljava/lang/Throwable;)I";

    public static final String GENERATOR_FRAME = "dev/weft/woven/GeneratorFrame";
    public static final String BEGIN = "begin";
    public static final String LEAVE_WITH = "leaveWith";
    public static final String FAIL_WITH = "failWith";
    public static final String PROCEED = "proceed";
    public static final String RELEASE = "release";

    public static final String WOVEN = "dev/weft/woven/Woven";
    public static final String SUSPENDED = "SUSPENDED";
    public static final String RETURNED = "returned";
    public static final String REWRAP = "rewrap";
    public static final String REWRAP_STAGE = "rewrapStage";
    public static final String VALUE = "value";
    public static final String CROSSED = "crossed";
    public static final String HOT = "hot";
    public static final String RUN = "run";
    public static final String BAD_STATE = "badState";
    public static final String END = "END";
    public static final String ENDED_WITH = "ended";
    public static final String ITERATE = "iterate";
    public static final String ABANDON = "abandon";
    public static final String CLOSED = "closed";
    public static final String EXIT = "exit";
    public static final String LEAVING = "leaving";

    public static final String ITERATOR = "java/util/Iterator";
    public static final String THROWABLE = "java/lang/Throwable";

    public static final String OBJECT = "java/lang/Object";
    public static final String OBJECT_DESCRIPTOR = "Ljava/lang/Object;";

    /** The class-file attribute that says that a class is woven. */
    public static final String MARKER = "dev.weft.Woven";

    /**
     * Methods of the runtime that have a twin: behind their arguments it takes the awaiter, and it
     * does what awaiting the coroutine that they return comes to.
     */
    public static final Set<String> TWINNED =
            Set.of(
                    "dev/weft/AsyncQueue.put",
                    "dev/weft/AsyncQueue.get",
                    "dev/weft/AsyncLifoQueue.put",
                    "dev/weft/AsyncLifoQueue.get",
                    "dev/weft/AsyncPriorityQueue.put",
                    "dev/weft/AsyncPriorityQueue.get",
                    "dev/weft/ChannelSender.send",
                    "dev/weft/ChannelReceiver.receive",
                    "dev/weft/AsyncLock.acquire",
                    "dev/weft/AsyncSemaphore.acquire",
                    "dev/weft/AsyncBoundedSemaphore.acquire");

    /** Behind the name of a method, that of its twin. */
    public static final String TWIN = "From";

    private Names() {}

    /** The descriptor of a type given by its internal name. */
    public static String descriptor(String internalName) {
        return "L" + internalName + ";";
    }
}
