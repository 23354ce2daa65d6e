// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lithe.board.Board;
import lithe.board.PlacedPart;
import lithe.board.Side;
import lithe.board.place.Placement;
import lithe.board.place.Problem;
import lithe.geometry.Polygon;
import lithe.geometry.Rectangle;

/// Draws boards: each face with its parts, gaps as a histogram, alternatives side by side on one page.
public final class BoardPicture {

    private static final String STYLE =
            "body{font:15px/1.45 system-ui,sans-serif;margin:2em;max-width:72em;color:#1c2430}"
                    + ".row{display:flex;flex-wrap:wrap;gap:1.2em}figure{margin:0}figcaption{font-size:13px;color:#4a5560;max-width:38em}"
                    + ".edge{fill:#eef3ec;stroke:#4c6b4c;stroke-width:.15}.hole{fill:#fff;stroke:#4c6b4c;stroke-width:.15}"
                    + ".part{fill:#7d8ea3;stroke:#fff;stroke-width:.03}.warm{fill:#c4552d;stroke:#fff;stroke-width:.03}"
                    + ".label{font:1.3px sans-serif;fill:#1c2430;text-anchor:middle}.bar{fill:#5b7aa0}"
                    + "table{border-collapse:collapse}td,th{padding:.2em .8em;text-align:right;border-bottom:1px solid #d5dae0}";

    private BoardPicture() {}

    /// Returns a page that opens from disk.
    ///
    /// @param title title
    /// @param notes sentences above the drawings
    /// @param figures drawings
    /// @return HTML
    public static String page(String title, List<String> notes, List<String> figures) {
        var text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
        text.append(Markup.escaped(title)).append("</title><style>").append(STYLE).append("</style></head><body><h1>");
        text.append(Markup.escaped(title)).append("</h1>\n");
        notes.forEach(note -> text.append("<p>").append(Markup.escaped(note)).append("</p>\n"));
        text.append("<div class=\"row\">\n");
        figures.forEach(figure -> text.append(figure).append('\n'));
        return text.append("</div></body></html>\n").toString();
    }

    /// Draws the faces of a placement beside each other; warm parts are red.
    ///
    /// @param problem the problem
    /// @param placement where its blocks stand
    /// @param caption words below
    /// @return a figure
    public static String faces(Problem problem, Placement placement, String caption) {
        var bounds = problem.planes().stream()
                .map(p -> p.usable().bounds())
                .reduce(Rectangle::hull)
                .orElseThrow();
        double w = bounds.width() * 1e3;
        double h = bounds.height() * 1e3;
        int n = problem.planes().size();
        var svg = new Svg("board", caption, -1, -3, n * (w + 2), h + 4, "width=\"%.0f\"".formatted(n * (w + 2) * 8));
        for (int f = 0; f < n; f++) {
            double dx = f * (w + 2) - bounds.x() * 1e3;
            double dy = -bounds.y() * 1e3;
            var plane = problem.planes().get(f);
            plane.usable().edges().forEach(edge -> svg.path("edge", points(edge, dx, dy), 1, 1, ""));
            plane.usable().holes().forEach(hole -> svg.path("hole", points(hole, dx, dy), 1, 1, ""));
            svg.words("label", f * (w + 2) + w / 2, -1, plane.name());
            for (int b = 0; b < problem.blocks().size(); b++) {
                if (placement.face()[b] == f) {
                    var box = placement.box(problem, b);
                    var block = problem.blocks().get(b);
                    rectangle(svg, box, dx, dy, block.power() > 0 ? "warm" : "part", block.name());
                }
            }
        }
        return figure(svg, caption);
    }

    /// Draws both sides of a board as read, seen from the front.
    ///
    /// @param board the board
    /// @return a figure
    public static String sides(Board board) {
        var bounds = board.outline().bounds();
        double w = bounds.width() * 1e3;
        double h = bounds.height() * 1e3;
        var svg = new Svg("board", board.name(), -1, -3, 2 * (w + 2), h + 4, "width=\"960\"");
        for (var side : Side.values()) {
            double dx = side.ordinal() * (w + 2) - bounds.x() * 1e3;
            double dy = -bounds.y() * 1e3;
            board.outline().edges().forEach(edge -> svg.path("edge", points(edge, dx, dy), 1, 1, ""));
            board.outline().holes().forEach(hole -> svg.path("hole", points(hole, dx, dy), 1, 1, ""));
            svg.words("label", side.ordinal() * (w + 2) + w / 2, -1, side.name().toLowerCase(Locale.ROOT));
            for (PlacedPart part : board.parts(side)) {
                rectangle(svg, part.box(), dx, dy, part.power().isEmpty() ? "part" : "warm", part.reference());
            }
        }
        return figure(svg, board.name() + ": both sides, seen from the front");
    }

    /// Draws how often each gap occurs, up to 1 mm.
    ///
    /// @param gaps distance of each part to its nearest neighbour, m
    /// @return a figure
    public static String gaps(List<Double> gaps) {
        int[] counts = new int[20];
        gaps.forEach(g -> counts[(int) Math.clamp(g * 1e3 / 0.05, 0, 19)]++);
        int most = Math.max(Arrays.stream(counts).max().orElse(1), 1);
        var svg = new Svg("board", "gaps", -4, -2, 50, 26, "width=\"470\"");
        for (int i = 0; i < 20; i++) {
            double height = 20.0 * counts[i] / most;
            svg.rect("bar", 2 * i, 20 - height, 1.8, height, "");
        }
        for (int i = 0; i <= 4; i++) {
            svg.words("label", 10 * i, 22.5, String.format(Locale.ROOT, "%.2f mm", i * 0.25));
        }
        return figure(svg, "Distance to the nearest neighbour on the same face; the last bar holds all above 0.95 mm.");
    }

    /// Returns the distance of each block to its nearest neighbour on the same face.
    ///
    /// @param problem the problem
    /// @param placement where its blocks stand
    /// @return distances, m; a block alone on its face is left out
    public static List<Double> nearest(Problem problem, Placement placement) {
        List<Double> gaps = new ArrayList<>();
        int n = problem.blocks().size();
        var boxes = new Rectangle[n];
        for (int i = 0; i < n; i++) {
            boxes[i] = placement.box(problem, i);
        }
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                if (j != i && placement.face()[i] == placement.face()[j]) {
                    least = Math.min(least, boxes[i].gap(boxes[j]));
                }
            }
            if (Double.isFinite(least)) {
                gaps.add(least);
            }
        }
        return gaps;
    }

    private static String figure(Svg svg, String caption) {
        return "<figure>" + svg.end() + "<figcaption>" + Markup.escaped(caption) + "</figcaption></figure>";
    }

    private static void rectangle(Svg svg, Rectangle box, double dx, double dy, String name, String title) {
        svg.add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>"
                .formatted(
                        name,
                        Svg.n(box.x() * 1e3 + dx),
                        Svg.n(box.y() * 1e3 + dy),
                        Svg.n(box.width() * 1e3),
                        Svg.n(box.height() * 1e3),
                        Markup.escaped(title)));
    }

    private static double[] points(Polygon shape, double dx, double dy) {
        int n = shape.x().length;
        double[] p = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            p[2 * i] = shape.x()[i % n] * 1e3 + dx;
            p[2 * i + 1] = shape.y()[i % n] * 1e3 + dy;
        }
        return p;
    }
}
