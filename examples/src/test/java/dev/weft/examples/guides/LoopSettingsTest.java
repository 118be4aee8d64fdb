package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoopSettingsTest {
    @Test
    @DisplayName("000-27: a loop of another make, and the default one in its place")
    void pluggableLoop() throws Exception {
        Ran ran = Ran.program(PluggableLoop::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        There is no loop called uvloop
                        nio: worked for 1.0 s
                        Opening a fast loop
                        fast: worked for 1.0 s
                        """);
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("003-24: debug mode tells what blocked, and where a task was made")
    void debugMode() throws Exception {
        assertThat(Ran.program(DebugMode::main).output())
                .matches(
                        """
                        Log: Running task blocker took 200 ms
                        Caught: callSoon belongs to the event loop of thread ... and was called in \
                        thread ...: go there with .*
                        The end
                        Log: The failure of task lost was never looked at; the task was made
                        Log: at dev.weft.examples.guides.DebugMode.*\\(DebugMode.java:.*
                        """);
    }

    @Test
    @DisplayName("003-06: the version")
    void showVersion() throws Exception {
        assertThat(Ran.program(ShowVersion::main).output()).matches("Weft \\d+\\.\\d+\\.\\d+.*\\n");
    }
}
