// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.ArrayList;
import java.util.List;
import lithe.geometry.Rectangle;

/// What can be counted on one or more boards that lie over each other.
///
/// Density is stated on three areas because one misleads: a sandwich halves the plan area and leaves the laminate as it
/// was.
///
/// @param plan area in plan, the larger of stacked boards, m²
/// @param laminate area of all boards, m²
/// @param faces area of all sides that carry a part, m²
/// @param copperLayers copper layers of all boards
/// @param front parts on front sides
/// @param back parts on back sides
/// @param pads pads that carry a number
/// @param vias vias
/// @param partArea area of all part boxes, m²
/// @param gapMedian median distance of a part to its nearest neighbour on the same side, m; overlaps left out
/// @param gapTenth a tenth of these distances are smaller, m
public record Counts(
        double plan,
        double laminate,
        double faces,
        int copperLayers,
        int front,
        int back,
        int pads,
        int vias,
        double partArea,
        double gapMedian,
        double gapTenth) {

    /// Counts boards.
    ///
    /// @param boards one board, or boards stacked over each other
    /// @return the counts
    public static Counts of(List<Board> boards) {
        double plan = 0;
        double laminate = 0;
        double faces = 0;
        int layers = 0;
        int front = 0;
        int back = 0;
        int pads = 0;
        int vias = 0;
        double partArea = 0;
        List<Double> gaps = new ArrayList<>();
        for (var board : boards) {
            double area = board.outline().area();
            plan = Math.max(plan, area);
            laminate += area;
            layers += board.stack().copperLayers();
            front += board.parts(Side.FRONT).size();
            back += board.parts(Side.BACK).size();
            vias += board.vias().size();
            for (var side : Side.values()) {
                var parts = board.parts(side);
                faces += parts.isEmpty() ? 0 : area;
                var boxes = parts.stream().map(PlacedPart::box).toList();
                pads += parts.stream().mapToInt(PlacedPart::pads).sum();
                partArea += boxes.stream().mapToDouble(Rectangle::area).sum();
                gaps.addAll(nearest(boxes));
            }
        }
        double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Counts(
                plan, laminate, faces, layers, front, back, pads, vias, partArea, quantile(sorted, 0.5), quantile(sorted, 0.1));
    }

    /// Returns the number of parts.
    ///
    /// @return parts on both sides
    public int parts() {
        return front + back;
    }

    /// Returns parts per area.
    ///
    /// @param area area to divide by, m²
    /// @return parts per m²
    public double partsPer(double area) {
        return parts() / area;
    }

    /// Returns pads per plan area, a measure of routing demand.
    ///
    /// @return pads per m²
    public double padsPerPlan() {
        return pads / plan;
    }

    /// Returns which share of the sides with parts is covered by parts.
    ///
    /// @return share, may exceed 1 where boxes overlap
    public double fill() {
        return faces > 0 ? partArea / faces : 0;
    }

    private static List<Double> nearest(List<Rectangle> boxes) {
        List<Double> gaps = new ArrayList<>();
        for (var box : boxes) {
            double least = Double.POSITIVE_INFINITY;
            for (var other : boxes) {
                double gap = other == box ? 0 : box.gap(other);
                if (gap > 0) {
                    least = Math.min(least, gap);
                }
            }
            if (Double.isFinite(least)) {
                gaps.add(least);
            }
        }
        return gaps;
    }

    /// Linear between order statistics; NaN for an empty list.
    private static double quantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = q * (sorted.length - 1);
        int i = (int) at;
        int next = Math.min(i + 1, sorted.length - 1);
        return sorted[i] + (at - i) * (sorted[next] - sorted[i]);
    }

    @Override
    public String toString() {
        return "Counts[plan=%.1f mm², layers=%d, parts=%d/%d, pads=%d, vias=%d]"
                .formatted(plan * 1e6, copperLayers, front, back, pads, vias);
    }
}
