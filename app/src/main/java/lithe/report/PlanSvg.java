// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lithe.device.FitRules;
import lithe.device.Part;
import lithe.fit.Packing;
import lithe.geometry.Box;

/// Draws the packing seen from the front, to scale, without the sheets: what stands behind is drawn first.
final class PlanSvg {

    private static final double MM = 1e3;
    private static final double LETTER = 3.2;
    /// Thinner parts are sheets and are left out, m.
    private static final double SHEET = 0.31e-3;
    private static final int MARKS = 5;

    private final Packing packing;
    private final FitRules rules;
    private final Set<String> atFault = new HashSet<>();
    private final List<double[]> taken = new ArrayList<>();

    private record Piece(Part part, Box box) {}

    private PlanSvg(Packing packing) {
        this.packing = packing;
        this.rules = packing.device().demands().fit();
        packing.findings().forEach(finding -> atFault.addAll(finding.violation().parts()));
    }

    /// The plan with the tightest distances numbered as in [FitSection].
    static String of(Packing packing) {
        return new PlanSvg(packing).drawn();
    }

    private String drawn() {
        var body = packing.device().body();
        double width = MM * body.width(), length = MM * body.length();
        var svg = new Svg("plan", "plan of the packing", -1, -1, width + 2, length + 2, "");
        svg.rect("inside-body", 0, 0, width, length, "rx=\"" + Svg.n(MM * body.cornerRadius()) + "\"");
        var pieces = pieces();
        svg.add("<clipPath id=\"plan-outline\"><rect width=\"%1$s\" height=\"%2$s\" rx=\"%3$s\"/></clipPath><g clip-path=\"url(#plan-outline)\">"
                .formatted(Svg.n(width), Svg.n(length), Svg.n(MM * body.cornerRadius())));
        pieces.forEach(piece -> piece(svg, piece));
        svg.add("</g>");
        largest(svg);
        svg.rect("outline", 0, 0, width, length, "rx=\"" + Svg.n(MM * body.cornerRadius()) + "\"");
        marks(svg);
        // names of what lies in front first: they are seen
        for (int i = pieces.size() - 1; i >= 0; i--) {
            name(svg, pieces.get(i), pieces.subList(i + 1, pieces.size()));
        }
        return svg.end();
    }

    /// Boxes from back to front.
    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Part part : packing.device().parts()) {
            boolean sheet = rules.cutToOutline(part.name()) && !rules.in("frame", part.name()) && !rules.in("walls", part.name());
            for (Box box : part.boxes()) {
                if (!sheet && (box.thickness() > SHEET || rules.in("chamber", part.name()))) {
                    pieces.add(new Piece(part, box));
                }
            }
        }
        pieces.sort(Comparator.comparingDouble((Piece piece) -> piece.box().z0()).reversed());
        return pieces;
    }

    private void piece(Svg svg, Piece piece) {
        var box = piece.box();
        var kind = kind(piece.part().name()) + (atFault.contains(piece.part().name()) ? " at-fault" : "");
        svg.add("<g><title>%s</title>".formatted(Markup.escaped("%s: %s × %s × %s mm, %s mm behind the front".formatted(
                piece.part().name(), Words.fixed(MM * box.width(), 1), Words.fixed(MM * box.length(), 1), Words.fixed(MM * box.thickness(), 2),
                Words.fixed(MM * box.z0(), 2)))));
        svg.rect("piece " + kind, MM * box.x0(), MM * box.y0(), MM * box.width(), MM * box.length(), "").add("</g>");
    }

    private String kind(String part) {
        for (String kind : List.of("battery", "board", "camera", "frame", "walls", "chamber")) {
            if (rules.in(kind, part)) {
                return kind;
            }
        }
        return "other";
    }

    private void largest(Svg svg) {
        var largest = packing.largest();
        if (largest != null) {
            var box = largest.box();
            svg.rect("largest", MM * box.x0(), MM * box.y0(), MM * box.width(), MM * box.length(), "");
        }
    }

    private void marks(Svg svg) {
        for (int g = 0; g < Math.min(MARKS, packing.gaps().size()); g++) {
            var gap = packing.gaps().get(g);
            double x = MM * gap.x(), y = MM * gap.y();
            taken.add(new double[] {x - 2.4, y - 2.4, x + 2.4, y + 2.4});
            svg.add("<circle class=\"gap\" cx=\"%s\" cy=\"%s\" r=\"2.2\"/>".formatted(Svg.n(x), Svg.n(y)));
            svg.words("gap-number", x, y + 1.05, String.valueOf(g + 1));
        }
    }

    /// Writes a name where the part is seen and nothing else is written.
    private void name(Svg svg, Piece piece, List<Piece> before) {
        var box = piece.box();
        var name = piece.part().name();
        double wide = Svg.width(name, LETTER), x0 = MM * box.x0(), y0 = MM * box.y0();
        if (wide + 1 > MM * box.width() || LETTER + 1 > MM * box.length()) {
            return;
        }
        double x = x0 + MM * box.width() / 2;
        for (double share : new double[] {0.5, 0.12, 0.88, 0.3, 0.7}) {
            double y = Math.clamp(y0 + share * MM * box.length(), y0 + LETTER, MM * box.y1() - 1);
            double[] room = {x - wide / 2, y - LETTER / 2 - 0.4, x + wide / 2, y + LETTER / 2 + 0.4};
            boolean seen = before.stream().allMatch(p -> rules.in("chamber", p.part().name()) || !meet(room, mm(p.box())));
            if (seen && taken.stream().noneMatch(t -> meet(room, t))) {
                taken.add(room);
                svg.words("middle", x, y + 0.36 * LETTER, name);
                return;
            }
        }
    }

    private static double[] mm(Box box) {
        return new double[] {MM * box.x0(), MM * box.y0(), MM * box.x1(), MM * box.y1()};
    }

    private static boolean meet(double[] a, double[] b) {
        return b[0] < a[2] && a[0] < b[2] && b[1] < a[3] && a[1] < b[3];
    }
}
