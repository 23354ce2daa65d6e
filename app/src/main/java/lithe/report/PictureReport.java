// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lithe.device.Device;
import lithe.result.Verdict;
import lithe.simulation.Outcome;
import lithe.simulation.Plane;
import lithe.simulation.Run;

/// Draws one run as one picture for a page or a slide: front and back, the bar of colours, the verdict in words.
///
/// The picture is an SVG that carries its own style and asks for nothing.
public final class PictureReport {

    private static final double MAP = 300, MARGIN = 24, BAR = 52, WIDE = 640;

    private PictureReport() {}

    /// Returns the picture of a run, with the colours spread over its own maps.
    ///
    /// @param outcome the outcome
    /// @param workload name of the workload
    /// @return an SVG file
    /// @throws IllegalArgumentException when the outcome has no such workload
    public static String svg(Outcome outcome, String workload) {
        var run = outcome.runs().stream()
                .filter(each -> each.workload().name().equals(workload))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no run of a workload named " + workload));
        var own = new Outcome(outcome.device(), List.of(run));
        return svg(outcome.device(), run, ColourScale.over(List.of(own)));
    }

    /// Returns the picture of a run with given colours.
    ///
    /// @param device the phone
    /// @param run what the workload gave
    /// @param scale colours of the maps
    /// @return an SVG file
    public static String svg(Device device, Run run, ColourScale scale) {
        var maps = run.maps().stream().filter(map -> !map.name().startsWith("mid")).toList();
        double tall = MAP * (1e3 * device.body().length() + MapSvg.ROOM_Y) / (1e3 * device.body().width() + MapSvg.ROOM_X);
        var words = words(device, run);
        double top = MARGIN + 30, below = top + 26 + tall, height = below + BAR + 10 + 22 * words.size() + MARGIN;
        var svg = new Svg("picture", device.name() + ", " + run.workload().name(), 0, 0, 2 * MARGIN + WIDE, height,
                "width=\"%s\" height=\"%s\"".formatted(Svg.n(2 * MARGIN + WIDE), Svg.n(height)));
        svg.add("<style>").add(style()).add("</style>");
        svg.rect("paper", 0, 0, 2 * MARGIN + WIDE, height, "");
        svg.words("title", MARGIN, MARGIN + 12, device.name() + ", " + run.workload().name());
        for (int m = 0; m < maps.size(); m++) {
            map(svg, maps.get(m), device, scale, MARGIN + m * (WIDE - MAP), top, tall);
        }
        nested(svg, ScaleSvg.of(scale), MARGIN, below + 6, WIDE, BAR);
        for (int w = 0; w < words.size(); w++) {
            svg.words(w == 0 ? "verdict" : "line", MARGIN, below + BAR + 32 + 22 * w, words.get(w));
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.end() + "\n";
    }

    private static void map(Svg svg, Plane map, Device device, ColourScale scale, double x, double top, double tall) {
        svg.words("face", x + 54, top + 14, map.name());
        nested(svg, MapSvg.of(map, device, scale), x, top + 22, MAP, tall);
    }

    /// What stands below the maps: the deciding verdict, then the conditions.
    private static List<String> words(Device device, Run run) {
        List<String> words = new ArrayList<>();
        Words.worst(run).ifPresent(verdict -> {
            var sentence = Words.sentence(verdict);
            int colon = sentence.indexOf(": ");
            words.add(judged(verdict.status()) + " Highest skin: " + sentence.substring(0, colon) + ".");
            words.add(sentence.substring(colon + 2) + ".");
        });
        var workload = run.workload();
        words.add("%s W for %s, held: %s, ambient %s%s".formatted(
                Words.fixed(Words.result(run, "heat.in"), 2), workload.steady() ? "as long as it takes" : Words.duration(workload),
                workload.boundary().name(), Words.celsius(workload.ambient()), device.reconstructed() ? "; reconstructed phone" : ""));
        return words;
    }

    private static void nested(Svg svg, String drawing, double x, double y, double width, double height) {
        svg.add(drawing.replaceFirst("<svg ", "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" "
                .formatted(Svg.n(x), Svg.n(y), Svg.n(width), Svg.n(height))));
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(PictureReport.class.getResourceAsStream("picture.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String judged(Verdict.Status status) {
        return switch (status) {
            case PASS -> "Stays cool.";
            case TIGHT -> "Tight.";
            case FAIL -> "Too hot.";
        };
    }
}
