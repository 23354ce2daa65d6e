// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.List;
import lithe.fit.Stack.Slice;
import lithe.geometry.Box;

/// The room a battery has to swell, in front of it and behind it.
///
/// Batteries that lie on one another swell as one. Foils and tape give way; what is thicker does not.
///
/// @param part name of the battery
/// @param thickness thickness of all that swells, m
/// @param front least free height in front, m
/// @param back least free height behind, m
/// @param share growth to allow for, share of the thickness
public record Swelling(String part, double thickness, double front, double back, double share) {

    /// Returns the free height, m.
    ///
    /// @return front and back together, m
    public double free() {
        return front + back;
    }

    /// Returns the height the cell will ask for, m.
    ///
    /// @return share times thickness, m
    public double needed() {
        return share * thickness;
    }

    /// Returns what is left above the need, m.
    ///
    /// @return free less needed, m
    public double margin() {
        return free() - needed();
    }

    static Swelling of(Layout layout, int p, Columns columns) {
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0};
        for (Box box : layout.part(p).boxes()) {
            double middle = (box.z0() + box.z1()) / 2;
            columns.visit(box.x0(), box.x1(), box.y0(), box.y1(), (x0, x1, y0, y1, slices, sum) -> {
                int at = 0;
                while (at + 1 < slices.size() && slices.get(at).z1() < middle) {
                    at++;
                }
                int first = at, last = at;
                while (first > 0 && swells(layout, slices.get(first - 1))) {
                    first--;
                }
                while (last + 1 < slices.size() && swells(layout, slices.get(last + 1))) {
                    last++;
                }
                least[0] = Math.min(least[0], free(slices, first, -1));
                least[1] = Math.min(least[1], free(slices, last, 1));
                least[2] = Math.max(least[2], slices.get(last).z1() - slices.get(first).z0());
            });
        }
        boolean seen = least[2] > 0;
        return new Swelling(
                layout.name(p), Layout.exact(least[2]), seen ? Layout.exact(least[0]) : 0, seen ? Layout.exact(least[1]) : 0,
                layout.rules().swelling());
    }

    private static boolean swells(Layout layout, Slice slice) {
        int p = slice.part();
        while (p >= 0 && layout.outer(p) >= 0) {
            p = layout.outer(p);
        }
        return p >= 0 && layout.battery(p);
    }

    /// Free height from a slice to the next thing that does not give way.
    private static double free(List<Slice> slices, int from, int step) {
        double free = 0;
        for (int k = from + step; k >= 0 && k < slices.size() && !slices.get(k).rigid(); k += step) {
            free += slices.get(k).free() ? slices.get(k).thickness() : 0;
        }
        return free;
    }
}
