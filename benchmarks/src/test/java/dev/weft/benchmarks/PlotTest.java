package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

    private static final Result WEFT = new Result(Workload.YIELD, 1, Peer.WEFT, 10, 0);
    private static final Result KOTLIN = new Result(Workload.YIELD, 1_000, Peer.KOTLIN, 400, 0);

    @TempDir private Path directory;

    @Test
    void drawsALineForEachPeer() throws IOException {
        String one = plot(List.of(WEFT));
        String two = plot(List.of(WEFT, KOTLIN));
        assertTrue(one.contains("<svg"));
        assertTrue(two.length() > one.length());
    }

    private String plot(List<Result> results) throws IOException {
        Path file = directory.resolve("yield.svg");
        Plot.write(Workload.YIELD, results, file);
        return Files.readString(file);
    }
}
