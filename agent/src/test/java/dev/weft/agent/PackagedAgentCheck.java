package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.ReadmeRow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's jar as users get it, in a JVM of its own. */
class PackagedAgentCheck {

    private static final String JAR = System.getProperty("weft.agent.jar");
    private static final String RUNTIME =
            dev.weft.Async.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    private static final String BREAKFAST =
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;
            class Breakfast {
                @Async static Coroutine<String> boil(String what) {
                    await(sleep(java.time.Duration.ofMillis(1)));
                    return done("hot " + what);
                }
                @Async public static void main(String[] args) {
                    System.out.print(await(boil("milk")));
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void hasAllUnderItsOwnName() throws IOException {
        try (ZipFile jar = new ZipFile(JAR)) {
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getName().startsWith("dev/weft/agent/"));
        }
    }

    @Test
    @ReadmeRow("any, with the agent, 17 to 25")
    void programRunsThatNothingHasWoven() throws Exception {
        Classes.compile(folder, "Breakfast", BREAKFAST);
        assertThat(java("-javaagent:" + JAR)).isEqualTo("hot milk");
        assertThat(java("-javaagent:" + JAR + "=keepLocals")).isEqualTo("hot milk");
    }

    @Test
    void withoutItTheFirstAwaitNamesTheRemedies() throws Exception {
        Classes.compile(folder, "Breakfast", BREAKFAST);
        assertThat(java("-Dweft.agent=none"))
                .contains("IllegalStateException: await in Breakfast was not woven")
                .contains("weft-processor.jar weave", "-javaagent:weft-agent.jar");
    }

    @Test
    void unknownOptionIsSaid() throws Exception {
        Classes.compile(folder, "Breakfast", BREAKFAST);
        assertThat(java("-javaagent:" + JAR + "=fast"))
                .startsWith("weft-agent: warning: there is no option fast")
                .endsWith("hot milk");
    }

    private String java(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xverify:all", "-XX:-PrintWarnings", option));
        command.addAll(List.of("-cp", folder + File.pathSeparator + RUNTIME, "Breakfast"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
