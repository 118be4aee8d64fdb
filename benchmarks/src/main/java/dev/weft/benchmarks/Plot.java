package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** What an operation costs against the number of tasks that do it. */
final class Plot {

    private Plot() {}

    /** Draws a workload, a line for each peer. */
    static void write(Workload workload, Collection<Result> results, Path file) throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(720)
                        .height(420)
                        .title(workload.title() + ": " + workload.description())
                        .xAxisTitle("tasks")
                        .yAxisTitle("ns for each operation")
                        .build();
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        for (Peer peer : Peer.values()) {
            List<Result> line = results.stream().filter(r -> r.peer() == peer).toList();
            if (line.isEmpty()) continue;
            chart.addSeries(
                    peer.title(),
                    line.stream().mapToDouble(Result::tasks).toArray(),
                    line.stream().mapToDouble(Result::nanos).toArray());
        }
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }
}
