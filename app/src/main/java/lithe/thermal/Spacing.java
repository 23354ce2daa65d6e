// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.List;
import lithe.chamber.VaporChamber;
import lithe.device.Cutout;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.geometry.Box;

/// How large a cell may be at each place.
///
/// Errors come from the edges of heat sources. Along x and y a cell there is a part of the source's half-width and grows
/// with the distance. Along z the same, in lengths stretched by √(k_xy / k_z): a source warms a battery to a depth of its
/// half-width times √(k_z / k_xy), and cells much thicker than that see nothing of it.
final class Spacing {

    /// Cell at the edge of a source over its half-width, in x and y. This and the next four were found by trial on LB1 and on
    /// a phone with chips of 2–4 mm: at one cell count, LB1 hardly cares, the small chips gain a third.
    private static final double EDGE = 0.15;
    /// Growth of the cell with distance in x and y; found by trial on LB1.
    private static final double GROWTH = 0.2;
    /// Cell at a source over its half-width, in stretched z; found by trial on LB1.
    private static final double DEPTH = 0.08;
    /// Cell inside a source over that beside it, in z: its own heat lies everywhere in it.
    private static final double INSIDE = 2;
    /// Growth of the cell with distance in stretched z; found by trial on LB1.
    private static final double DEEPER = 0.3;
    /// Largest cell over the shorter side of the body.
    private static final double LARGEST = 0.03;
    /// Cell at the rim of the body over its shorter side: walls of metal there join front and back.
    private static final double RIM = 1.0 / 100;
    /// Largest layer of cells over the body's thickness.
    private static final double THICKEST = 1.0 / 8;
    /// A source that warms itself less, by power over half-width, needs less care, down to this part of it.
    private static final double LEAST_CARE = 0.2;

    /// A heat source as far as cell sizes go: its box, half its shorter side, m, and how coarse it may be cut.
    private record Source(Box box, double half, double ease) {}

    private final Plan plan;
    private final List<Source> sources = new ArrayList<>();
    /// Chambers; their sheets are not cut along z.
    private final List<Box> sheets = new ArrayList<>();
    final double[] xs;
    final double[] ys;
    final double[] zs;
    private final double[][] distance;
    private final double[][] slant;

    Spacing(Plan plan) {
        this.plan = plan;
        Device device = plan.device();
        var peaks = plan.peaks();
        double most = peaks.entrySet().stream()
                .mapToDouble(peak -> peak.getValue() / half(device.part(peak.getKey()).boxes().getFirst()))
                .max()
                .orElse(1);
        peaks.forEach((part, power) -> device.part(part).boxes().forEach(box -> {
            double rise = power / half(box) / most;
            sources.add(new Source(box, half(box), 1 / Math.max(LEAST_CARE, Math.cbrt(rise))));
        }));
        List<Double> x = new ArrayList<>(), y = new ArrayList<>(), z = new ArrayList<>();
        for (Cutout hole : device.cutouts()) {
            x.addAll(List.of(hole.x0(), hole.x1()));
            y.addAll(List.of(hole.y0(), hole.y1()));
        }
        device.parts().forEach(part -> part.boxes().forEach(box -> {
            if (part.filling() instanceof Filling.Chamber(VaporChamber chamber, boolean wickAtBack)) {
                sheets.add(box);
                for (double seam : Chambers.seams(chamber, wickAtBack)) {
                    z.add(box.z0() + seam);
                }
            }
            x.addAll(List.of(box.x0(), box.x1()));
            y.addAll(List.of(box.y0(), box.y1()));
            z.addAll(List.of(box.z0(), box.z1()));
        }));
        for (double edge : plan.layerEdges()) {
            z.add(edge);
        }
        xs = Axis.edges(x, 0, device.body().width());
        ys = Axis.edges(y, 0, device.body().length());
        zs = Axis.edges(z, 0, device.body().thickness());
        distance = new double[sources.size()][zs.length];
        slant = new double[sources.size()][zs.length - 1];
        for (int s = 0; s < sources.size(); s++) {
            stretch(sources.get(s).box, slant[s], distance[s]);
        }
    }

    private static double half(Box box) {
        return Math.min(box.width(), box.length()) / 2;
    }

    /// Notes the slant of each interval under a source and the stretched distance of each edge from it.
    private void stretch(Box box, double[] slants, double[] away) {
        double x = (box.x0() + box.x1()) / 2, y = (box.y0() + box.y1()) / 2;
        for (int e = 0; e < slants.length; e++) {
            slants[e] = plan.slant(plan.ownerAt(x, y, (zs[e] + zs[e + 1]) / 2));
        }
        for (int e = 0; e < slants.length; e++) {
            away[e + 1] = zs[e + 1] <= box.z1() + Box.ROUNDING ? 0 : away[e] + (zs[e + 1] - zs[e]) / slants[e];
        }
        double before = 0;
        for (int e = slants.length - 1; e >= 0; e--) {
            before = zs[e] >= box.z0() - Box.ROUNDING ? 0 : before + (zs[e + 1] - zs[e]) / slants[e];
            away[e] = Math.max(away[e], before);
        }
    }

    double x(double x) {
        double size = largest(x, plan.device().body().width());
        for (Source s : sources) {
            double off = Math.min(Math.abs(x - s.box.x0()), Math.abs(x - s.box.x1()));
            size = Math.min(size, (EDGE * s.half + GROWTH * off) * s.ease);
        }
        return size;
    }

    double y(double y) {
        double size = largest(y, plan.device().body().length());
        for (Source s : sources) {
            double off = Math.min(Math.abs(y - s.box.y0()), Math.abs(y - s.box.y1()));
            size = Math.min(size, (EDGE * s.half + GROWTH * off) * s.ease);
        }
        return size;
    }

    double z(double z) {
        int e = 0;
        while (e + 2 < zs.length && z > zs[e + 1]) {
            e++;
        }
        for (Box sheet : sheets) {
            if (z > sheet.z0() && z < sheet.z1()) {
                return Double.MAX_VALUE;
            }
        }
        double part = (z - zs[e]) / (zs[e + 1] - zs[e]);
        double size = plan.device().body().thickness() * THICKEST;
        for (int s = 0; s < sources.size(); s++) {
            double off = distance[s][e] + part * (distance[s][e + 1] - distance[s][e]);
            Source source = sources.get(s);
            double start = off == 0 ? INSIDE * DEPTH : DEPTH;
            size = Math.min(size, (start * source.half + DEEPER * off) * slant[s][e] * source.ease);
        }
        return size;
    }

    /// Largest cell at a distance from the rim, m.
    private double largest(double at, double whole) {
        double side = Math.min(plan.device().body().width(), plan.device().body().length());
        return Math.min(LARGEST * side, RIM * side + GROWTH * Math.min(at, whole - at));
    }
}
