package dev.weft.processor.check;

import org.jspecify.annotations.Nullable;

/** Every word that Weft says to the user of a compiler. */
public enum Diagnostics {
    WAIT_IN_METHOD(
            Check.AWAIT_PLACE,
            "%s stands in %s(), which is not async and cannot be suspended: mark it @Async and"
                    + " let it return a Coroutine"),
    WAIT_IN_LAMBDA(
            Check.AWAIT_PLACE,
            "%s stands in a lambda of %s, whose method is not async: use an async functional"
                    + " interface, one whose method is marked @Async"),
    WAIT_IN_CONSTRUCTOR(
            Check.AWAIT_PLACE,
            "%s stands in a constructor of %s, which cannot be suspended: await in an @Async"
                    + " factory method, and pass the constructor what came of it"),
    WAIT_IN_INITIALISER(
            Check.AWAIT_PLACE,
            "%s stands in an initialiser of %s, which cannot be suspended: await in an @Async"
                    + " method, and set the field there"),
    WAIT_IN_MONITOR(
            Check.MONITOR,
            "%s stands in a synchronized block, and a monitor cannot be held across a"
                    + " suspension: let it come before the block or after it"),
    AWAIT_REFERENCE(
            Check.AWAIT_PLACE,
            "await is a method reference here, which cannot be suspended: write a lambda of an"
                    + " async functional interface that calls await"),

    EMIT_ELSEWHERE(
            Check.EMIT_PLACE,
            "emit stands in %s, which is no generator: emit in an @Async method that returns an"
                    + " AsyncGenerator, or in a lambda whose interface's method is one"),
    EMIT_REFERENCE(
            Check.EMIT_PLACE,
            "emit is a method reference here, which cannot be suspended: write a loop in the"
                    + " generator that calls emit"),
    EMIT_TYPE(
            Check.EMIT_TYPE,
            "this emits %s, but the elements of the generator are %s: emit one of those, or change"
                    + " what the generator is declared to return"),
    EMIT_IN_SCOPE(
            Check.EMIT_IN_SCOPE,
            "emit stands in the block of a %s, which could then cancel whoever iterates: end the"
                    + " block first and emit behind it, or open the scope around the loop that"
                    + " iterates"),
    GENERATOR_RETURNS_NULL(
            Check.GENERATOR_RETURN,
            "%s is a generator, and ends with end(): return end() in place of null"),
    GENERATOR_RETURNS_OTHER(
            Check.GENERATOR_RETURN,
            "%s is a generator, and returns nothing but end(): to pass the elements of another one"
                    + " on, write for (var x : each(other)) emit(x), and return end() behind it"),

    EACH_ELSEWHERE(
            Check.EACH_PLACE,
            "each stands outside of a loop's head, and only a loop awaits the elements: write"
                    + " for (var x : each(source)), or collect them with await(source.toList())"),
    EACH_REFERENCE(
            Check.EACH_PLACE,
            "each is a method reference here, and only a loop awaits the elements: write"
                    + " for (var x : each(source))"),

    CLOSE_REFERENCE(
            Check.AWAIT_PLACE,
            "close is a method reference here, and nothing would await it: write closeAsync"),
    QUIET_BLOCK_JUMPS(
            Check.QUIET_BLOCK,
            "when the time is over this block is left quietly, and nothing says what happens then,"
                    + " as the block never ends by itself: set a variable in the block, and return,"
                    + " break or continue behind it"),

    ASYNC_RETURN_TYPE(Check.RETURN_TYPE, "@Async method %s() cannot return %s: let it return %s"),
    ASYNC_NATIVE(
            Check.ASYNC_BODY,
            "@Async method %s() is native, and has no body that could be suspended: call it from"
                    + " an @Async method that is written in Java"),
    ASYNC_ABSTRACT(
            Check.ASYNC_BODY,
            "@Async method %s() is abstract, and has no body that could be suspended: mark the"
                    + " methods that implement it, or declare it in an interface"),
    ASYNC_SYNCHRONIZED(
            Check.MONITOR,
            "@Async method %s() is synchronized, and a monitor cannot be held across a"
                    + " suspension: put what needs the monitor into a synchronized block without"
                    + " an await"),
    ENTRY_POINT_CALLED(
            Check.NESTED_RUN,
            "%s() is an entry point, which runs an event loop of its own, and this async body runs"
                    + " on one already: let %1$s() return Coroutine<Void>, and await it"),

    RETURN_LOST(
            Check.LOST_RETURN,
            "what is returned here would never run, as the finally block around it always jumps"
                    + " out: await it first, as in return done(await(...)), or let the finally"
                    + " block complete"),

    UNAWAITED_STATEMENT(
            Check.UNAWAITED,
            "nobody awaits this %s, and so it never runs: write await(%s), or createTask(%2$s) to"
                    + " let it run beside"),
    UNAWAITED_IN_PLAIN(
            Check.UNAWAITED,
            "nobody awaits this %s, and so it never runs: await it in an @Async method, or write"
                    + " run(%s)"),
    UNAWAITED_IN_LAMBDA(
            Check.UNAWAITED,
            "nobody awaits this %s, and so it never runs: make it a task, as in createTask(%s)"),
    UNAWAITED_LOCAL(
            Check.UNAWAITED,
            "nobody awaits the %2$s in %1$s, and so it never runs: write await(%1$s), or leave it out"),
    UNITERATED_STATEMENT(
            Check.UNAWAITED,
            "nobody iterates this %s, and so it never runs: write for (var x : each(...)), or await"
                    + " what collects its elements, as toList() does"),
    UNITERATED_LOCAL(
            Check.UNAWAITED,
            "nobody iterates the %2$s in %1$s, and so it never runs: write for (var x : each(%1$s)), or leave"
                    + " it out"),
    UNAWAITED_TEXT(
            Check.UNAWAITED, "this makes a text of the %s, not of what it gives: write await(%s)"),
    UNAWAITED_REFERENCE(
            Check.UNAWAITED,
            "nobody awaits the %s that this makes for %s, and so it never runs: write a lambda that"
                    + " makes a task of it, () -> createTask(...)"),
    OBJECT_WAIT(
            Check.OBJECT_WAIT,
            "%s() is what Object has for monitors, and blocks the thread; %s knows nothing of it:"
                    + " write await(%s)"),
    OBJECT_NOTIFY(
            Check.OBJECT_WAIT,
            "%s() is what Object has for monitors, and wakes no task; %s knows nothing of it: write"
                    + " %s"),
    OBJECT_WAIT_ODD(
            Check.OBJECT_WAIT,
            "%s() is what Object has for monitors, and %s knows nothing of it: use an AsyncEvent"
                    + " or an AsyncCondition"),
    RUN_CALLED(
            Check.NESTED_RUN,
            "this runs an event loop, and blocks the one that this async body runs on: write"
                    + " await(%s)"),
    WAIT_WITH_LOCK(
            Check.LOCK_ACROSS_AWAIT,
            "%s may suspend while %s is held, which belongs to a thread and not to a task: release"
                    + " it before, or use an AsyncLock"),

    BLOCKS_SLEEP(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: write await(sleep(...))"),
    BLOCKS_FUTURE(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: write await(%s)"),
    BLOCKS_FUTURE_FOR_A_TIME(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: write await(waitFor(%s,"
                    + " ...))"),
    BLOCKS_PROCESS(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: write"
                    + " await(%s.onExit())"),
    BLOCKS_PLAIN_FUTURE(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: this future can"
                    + " only be waited for, so wait elsewhere, as in await(toThread(() -> %s.get()))"),
    BLOCKS_THREAD(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: let another thread"
                    + " do it, as in await(toThread(() -> ...))"),
    BLOCKS_HTTP(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: write"
                    + " await(%s.sendAsync(...))"),
    BLOCKS_EVENT(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: use an AsyncEvent,"
                    + " or gather tasks"),
    BLOCKS_BARRIER(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: use an AsyncBarrier"),
    BLOCKS_SEMAPHORE(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: use an"
                    + " AsyncSemaphore"),
    BLOCKS_QUEUE(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: use an AsyncQueue"
                    + " or an AsyncChannel"),
    BLOCKS_CONDITION(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: use an"
                    + " AsyncCondition or an AsyncEvent"),
    BLOCKS_STREAM(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: await what it gives"
                    + " as a stage, or iterate it with each(...)"),
    BLOCKS_MARKED(
            Check.BLOCKING,
            "%s blocks the event loop's thread, and all its tasks with it: it is marked"
                    + " @Blocking, so let another thread do it, as in await(toThread(() -> ...))"),
    BLOCKS_HELPER(
            Check.BLOCKING,
            "%s() blocks the event loop's thread, and all its tasks with it, by %s in line %d: let"
                    + " it be async too, or another thread do it, as in await(toThread(() ->"
                    + " ...))"),

    CANCEL_SWALLOWED(
            Check.SWALLOWED_CANCEL,
            "this catches %s, and with it the CancelledError by which the task is cancelled, which"
                    + " ends here: catch Exception, or let catch (CancelledError e) { throw e; }"
                    + " come before it"),
    TASK_LOST(
            Check.LOST_TASK,
            "nobody keeps this task, so that nobody awaits or cancels it, or sees it fail: keep it"
                    + " and await it, or make it in a TaskGroup, as in %s.createTask(...)"),
    TASK_LOST_IN_GROUP(
            Check.LOST_TASK,
            "nobody keeps this task, and the group around it knows nothing of it: write"
                    + " %s.createTask(...)"),
    FUTURE_LOST(
            Check.LOST_FUTURE,
            "nobody keeps the future of %s(), so that nobody sees it fail: write await(%s), or keep"
                    + " it"),
    GROUP_REST_LOST(
            Check.LOST_GROUP_REST,
            "the exceptions of other types are lost: end with orThrow(), or ask rest() for them"),
    LIMIT_WITHOUT_AWAIT(
            Check.EMPTY_SCOPE,
            "nothing is awaited in the block of this %s, so that it does nothing: it acts on"
                    + " awaits only, and cannot interrupt code that runs"),
    GROUP_WITHOUT_TASK(
            Check.EMPTY_SCOPE,
            "nothing is made a task of this group, so that it has nothing to wait for: leave it"
                    + " out, or call its createTask"),
    ENDLESS_LOOP(
            Check.ENDLESS_LOOP,
            "nothing ends this loop, and nothing is awaited in it, so that no other task of the"
                    + " event loop ever runs again: await something in it, yieldNow() at least"),
    POLLS(
            Check.BUSY_WAIT,
            "this asks again and again for what some other task could tell: await an AsyncEvent"
                    + " that it sets, or an AsyncCondition"),
    SPINS(
            Check.BUSY_WAIT,
            "this waits without an await, so that no other task of the event loop runs meanwhile:"
                    + " await an AsyncEvent, or yieldNow() in the loop"),
    RESOURCE_TOO_SHORT(
            Check.SHORT_RESOURCE,
            "%s is closed before %s has waited for the task that uses it: open it before the group,"
                    + " or in the task"),
    RESOURCE_NOT_CLOSED(
            Check.UNCLOSED,
            "nothing closes %s, which is %s: open it in the head of a try, as in try (var %1$s ="
                    + " ...)"),
    THREAD_LOCAL_SET(
            Check.THREAD_LOCAL,
            "%s sets something for the thread, and at the next await other tasks run there and"
                    + " find it: use a ContextVar, or let the loop carry it, with"
                    + " EventLoop.carry(...)"),
    FIELD_RACE(
            Check.FIELD_RACE,
            "this reads %s before an await and writes it behind that, and loses what other tasks"
                    + " wrote meanwhile: await first and then read, or hold an AsyncLock"),

    AWAIT_IN_FINALLY(
            Check.AWAIT_IN_FINALLY,
            "a cancel that comes now cuts %s short, and the rest of the clean-up: put it into try"
                    + " (var shield = shielded()) { ... }"),
    NEVER_AWAITS(Check.NEVER_AWAITS, "@Async method %s() never awaits: it need not be async"),
    TIMEOUT_PARAMETER(
            Check.TIMEOUT_PARAMETER,
            "%s() need not be told %s: who calls it writes try (var limit = timeout(...)) around"
                    + " the call, which covers all that is awaited there"),
    JUMP_OUT_OF_GROUP(
            Check.JUMP_OUT_OF_GROUP,
            "this leaves the block of a task group, which waits for all its tasks first: say so"
                    + " with join(), or cancel() them before"),

    BAD_SEVERITY("%s says nothing: let it be %s"),
    BAD_BLOCKING(
            "%s says nothing: let it be %s, and names of types or methods that block, as in"
                    + " warn,com.acme.Client#load,com.acme.Dao"),
    FIXED_SEVERITY(
            "%s cannot be: what this check finds could not be woven, so that it stays an"
                    + " error"),

    NOT_FIXED(
            "the patch leaves this out, as Weft's parser sees something else here than javac, or"
                    + " another change of the patch is in the way: change it by hand"),

    NOT_EJECTED("this source cannot be written as plain Java: %s"),

    NOT_JAVAC(
            "Weft cannot weave here: it needs javac, and this is %s. What is compiled here fails at"
                    + " its first await."),
    PROCESSOR_MISSING(
            "Weft's annotation processor does not run in this compilation, so that this would fail"
                    + " at its first await: remove -proc:none, name weft-processor on the"
                    + " processor path (-processorpath, Maven's annotationProcessorPaths, Gradle's"
                    + " annotationProcessor), before any processor that claims every annotation, and"
                    + " among the processors where those are listed (-processor); from JDK 23 on a"
                    + " processor on the class path runs only with -proc:full"),
    NO_CLASS_FILE(
            "Weft cannot find the class file of %s in the compiler's output, and so cannot weave"
                    + " it: this compiler's host keeps class files to itself; let the project's"
                    + " build tool compile it, or open javac to Weft in the host's JVM (%s), or"
                    + " silence this with -Xplugin:\"Weft off\" without the processor, and run the"
                    + " program with weft-agent"),
    HOST_REWRITES(
            "IntelliJ IDEA's builder may write this class again from what javac gave it, and what is"
                    + " woven would be lost: open javac to Weft in the builder's JVM (%s), or let the"
                    + " project's build tool compile it (Build Tools, Delegate IDE build/run"
                    + " actions), or run the program with weft-agent"),
    UNKNOWN_CLASS_FILE(
            "Weft cannot read the class file of %s, which is of Java %d: use a newer version of"
                    + " Weft, or compile with --release for an older Java"),
    REPORT_FAILED(
            "Weft cannot write the report or the plans: %s. Name folders that can be written with"
                    + " -Aweft.report and -Aweft.explain"),
    CRASH(
            "Weft failed on %s, and this is a defect of Weft: please report it with the source of"
                    + " the class and this: %s");

    private final @Nullable Check check;
    private final String format;

    Diagnostics(String format) {
        this.check = null;
        this.format = format;
    }

    Diagnostics(Check check, String format) {
        this.check = check;
        this.format = format + " [weft:" + check.id() + "]";
    }

    /** What finds it; null if it is no matter of the code. */
    @Nullable Check check() {
        return check;
    }

    /** The message, with what it speaks of. */
    public String text(Object... about) {
        return String.format(format, about);
    }
}
