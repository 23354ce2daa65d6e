// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import java.util.stream.Stream;
import lithe.explore.lever.Sensitivity;

/// What each lever does in both directions, as bars around zero, the longest first.
///
/// Levers of which one unit does far more than of the next would hide the others: a bar that leaves the drawing is cut, with
/// a gap to tell so, and carries its number all the same.
final class TornadoSvg {

    private static final double WIDTH = 460;
    private static final double ROW = 42;
    private static final double HEAD = 24;
    private static final double BAR = 16;
    /// Height of the words above a bar.
    private static final double LABEL = 16;
    /// Left and right end of the bars.
    private static final double FROM = 64;

    private static final double TO = 396;
    /// A bar longer than this many times the third longest is cut.
    private static final double CUT = 2.5;
    /// From the end of a bar that is cut to the gap in it.
    private static final double GAP = 14;

    private final List<Sensitivity> levers;
    private final double scale;
    private final double middle = (FROM + TO) / 2;

    private TornadoSvg(List<Sensitivity> levers) {
        this.levers = levers;
        double[] sizes = levers.stream().mapToDouble(TornadoSvg::longest).sorted().toArray();
        double most = sizes[sizes.length - 1];
        double third = sizes[Math.max(0, sizes.length - 3)];
        this.scale = (TO - FROM) / 2 / Math.max(Math.min(most, CUT * third), 1e-9);
    }

    static String of(List<Sensitivity> levers) {
        return new TornadoSvg(levers).drawn();
    }

    private static double longest(Sensitivity s) {
        return Stream.of(s.upEffect(), s.downEffect()).filter(e -> !Double.isNaN(e)).mapToDouble(Math::abs).max().orElse(0);
    }

    private String drawn() {
        double height = HEAD + ROW * levers.size() + 6;
        var svg = new Svg("tornado", "change of the deciding temperature per unit of each lever", 0, 0, WIDTH, height, "");
        svg.words("end head", middle - 12, 14, "← cooler").words("head", middle + 12, 14, "hotter →");
        for (int n = 0; n < levers.size(); n++) {
            svg.line("zero", middle, HEAD + n * ROW + LABEL - 2, middle, HEAD + n * ROW + LABEL + BAR + 2);
            row(svg, levers.get(n), HEAD + n * ROW);
        }
        return svg.end();
    }

    private void row(Svg svg, Sensitivity s, double y) {
        var way = s.lever().swap() ? ": " : !s.oneSided() ? " ± " : Double.isNaN(s.down()) ? " + " : " − ";
        svg.words("name", 0, y + 11, s.lever().name() + way + s.lever().unit());
        double up = s.upEffect(), down = s.downEffect();
        boolean same = up * down > 0; // both ways lead to one side: half a bar each, one number
        double tall = same ? BAR / 2 : BAR;
        if (!Double.isNaN(down)) {
            bar(svg, "down", down, y + LABEL + BAR - tall, tall);
        }
        if (!Double.isNaN(up)) {
            bar(svg, "up", up, y + LABEL, tall);
        }
        boolean longer = Math.abs(up) > Math.abs(down);
        if (!same || longer) {
            words(svg, up, y + LABEL + BAR - 3);
        }
        if (!same || !longer) {
            words(svg, down, y + LABEL + BAR - 3);
        }
    }

    private void bar(Svg svg, String name, double effect, double y, double tall) {
        double end = Math.clamp(middle + scale * effect, FROM, TO);
        svg.rect(name, Math.min(middle, end), y, Math.max(Math.abs(end - middle), 0.6), tall, "");
        if (scale * Math.abs(effect) > (TO - FROM) / 2 + 1) {
            double gap = end - Math.signum(effect) * GAP;
            svg.line("cut", gap - 2, y + tall + 1, gap + 2, y - 1);
        }
    }

    private void words(Svg svg, double effect, double y) {
        if (!Double.isNaN(effect)) {
            double end = Math.clamp(middle + scale * effect, FROM, TO);
            svg.words(effect < 0 ? "end" : "", end + (effect < 0 ? -5 : 5), y, LimitWords.kelvin(effect));
        }
    }
}
