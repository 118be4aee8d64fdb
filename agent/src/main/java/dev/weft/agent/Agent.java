package dev.weft.agent;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the JVM starts the agent: {@code -javaagent:weft-agent.jar[=keepLocals]}. */
public final class Agent {

    private static final String KEEP_LOCALS = "keepLocals";

    private Agent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        List<String> options = arguments == null ? List.of() : List.of(arguments.split(","));
        for (String option : options) {
            if (!option.equals(KEEP_LOCALS)) Report.unknownOption(option);
        }
        openClassDefinition(instrumentation);
        Frames frames = new Frames();
        LoadTimeWeaver weaver = new LoadTimeWeaver(frames, options.contains(KEEP_LOCALS));
        instrumentation.addTransformer(weaver);
    }

    /** Frame classes are defined by the loader of the class that they belong to. */
    private static void openClassDefinition(Instrumentation instrumentation) {
        Map<String, Set<Module>> opened = Map.of("java.lang", Set.of(Agent.class.getModule()));
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), opened, Set.of(), Map.of());
    }
}
