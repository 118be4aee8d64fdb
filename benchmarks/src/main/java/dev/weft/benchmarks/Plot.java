package dev.weft.benchmarks;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What an operation costs against the number of tasks that do it. */
final class Plot {

    /** From so many times on between the least and the most a linear axis shows nothing. */
    private static final double WIDE = 20;

    private static final Map<Peer, Color> COLOURS =
            Map.of(
                    Peer.WEFT, new Color(0xd62728),
                    Peer.BY_HAND, new Color(0x7f7f7f),
                    Peer.KOTLIN, new Color(0x7b3fe4),
                    Peer.THREADS, new Color(0x1f77b4),
                    Peer.UVLOOP, new Color(0x2ca02c));

    private Plot() {}

    /** Draws a workload, a line for each peer. */
    static void write(Workload workload, Collection<Result> results, Path file) throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(760)
                        .height(440)
                        .title(workload.title() + ": " + workload.description())
                        .xAxisTitle("tasks")
                        .yAxisTitle("ns for each operation")
                        .build();
        for (Peer peer : Peer.values()) {
            List<Result> line = results.stream().filter(r -> r.peer() == peer).toList();
            if (!line.isEmpty()) draw(line, peer, chart);
        }
        style(chart.getStyler(), workload, results);
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }

    private static void draw(List<Result> line, Peer peer, XYChart chart) {
        XYSeries series =
                chart.addSeries(
                        peer.title(),
                        line.stream().mapToDouble(Result::tasks).toArray(),
                        line.stream().mapToDouble(Result::nanos).toArray());
        Color colour = COLOURS.getOrDefault(peer, Color.BLACK);
        series.setMarkerColor(colour).setMarker(SeriesMarkers.CIRCLE);
        series.setLineColor(colour).setLineWidth(2);
    }

    /** A logarithmic axis needs whole powers of ten for its marks. */
    private static void style(XYStyler style, Workload workload, Collection<Result> results) {
        DoubleSummaryStatistics nanos =
                results.stream().mapToDouble(Result::nanos).summaryStatistics();
        boolean wide = nanos.getMax() > WIDE * nanos.getMin();
        List<Integer> tasks = workload.plotted();
        style.setXAxisLogarithmic(true);
        style.setXAxisMin(1.0).setXAxisMax((double) tasks.get(tasks.size() - 1));
        style.setYAxisLogarithmic(wide);
        style.setYAxisMin(wide ? power(Math.floor(Math.log10(nanos.getMin()))) : 0);
        style.setYAxisMax(
                wide ? power(Math.ceil(Math.log10(nanos.getMax()))) : nanos.getMax() * 1.1);
        style.setAxisTickLabelsFont(style.getAxisTickLabelsFont().deriveFont(11f));
        style.setChartTitleFont(style.getChartTitleFont().deriveFont(14f));
        style.setChartBackgroundColor(Color.WHITE).setChartTitleBoxVisible(false);
        style.setDecimalPattern("#,##0.##");
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setPlotGridVerticalLinesVisible(false).setMarkerSize(6);
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }
}
