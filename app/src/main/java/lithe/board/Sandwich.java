// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.board.place.Block;
import lithe.board.place.Plane;
import lithe.board.place.Problem;
import lithe.board.place.Wires;
import lithe.geometry.Outline;
import lithe.geometry.Rectangle;

/// Two boards over each other, joined by a frame: four faces for parts.
///
/// The two inner faces share the height between the boards, less a clearance.
///
/// @param outline outline of both boards in plan
/// @param lower sheets of the lower board
/// @param upper sheets of the upper board
/// @param interposer the frame between them
/// @param margin distance of parts to the edge on the outer faces, m
/// @param outerHeight height allowed on the outer faces, m
/// @param innerClearance height left free between facing parts, m
/// @param blocked keep-outs and shield walls of each face, by index; a face may be absent
public record Sandwich(
        Rectangle outline,
        LayerStack lower,
        LayerStack upper,
        Interposer interposer,
        double margin,
        double outerHeight,
        double innerClearance,
        Map<Integer, List<Rectangle>> blocked) {

    /// Takes a copy.
    public Sandwich {
        blocked = Map.copyOf(blocked);
    }

    /// Returns a sandwich as phones of 2021 have it: 10 and 8 copper layers of 18 µm in 0.70 and 0.55 mm, a frame 2 mm
    /// wide and 1.3 mm high with 600 plated vias; all estimates.
    ///
    /// @param outline outline of both boards
    /// @return the sandwich
    public static Sandwich phone(Rectangle outline) {
        return new Sandwich(
                outline,
                layers(10, 0.70e-3),
                layers(8, 0.55e-3),
                new Interposer(2e-3, 1.3e-3, 600, 0.2e-3, 20e-6),
                0.5e-3,
                1.2e-3,
                0.05e-3,
                Map.of());
    }

    private static LayerStack layers(int count, double thickness) {
        List<String> names = new ArrayList<>();
        double[] copper = new double[count];
        for (int i = 0; i < count; i++) {
            names.add("L" + (i + 1));
            copper[i] = 18e-6;
        }
        return LayerStack.even(names, copper, thickness);
    }

    /// Returns the outline, twice as long as wide, whose usable faces have a given area together.
    ///
    /// @param usable area of all four faces, m²
    /// @return outline from the origin
    public static Rectangle outlineFor(double usable) {
        double low = 5e-3;
        double high = 0.2;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (phone(new Rectangle(0, 0, middle, 2 * middle)).usable() < usable) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Rectangle(0, 0, high, 2 * high);
    }

    /// Returns the area parts may cover on all faces, keep-outs left in, m².
    ///
    /// @return area, m²
    public double usable() {
        return planes().stream().mapToDouble(p -> p.usable().area()).sum();
    }

    /// Returns the four faces: lower outer, lower inner, upper inner, upper outer.
    ///
    /// @return the faces
    public List<Plane> planes() {
        double shared = interposer.height() - innerClearance;
        var outer = Outline.of(outline.grown(-margin));
        var inner = Outline.of(outline.grown(-interposer.ring()));
        double free = Double.POSITIVE_INFINITY;
        return List.of(
                new Plane("lower outer", 0, outer, keepOuts(0), outerHeight, -1, free),
                new Plane("lower inner", 0, inner, keepOuts(1), shared, 2, shared),
                new Plane("upper inner", 1, inner, keepOuts(2), shared, 1, shared),
                new Plane("upper outer", 1, outer, keepOuts(3), outerHeight, -1, free));
    }

    private List<Rectangle> keepOuts(int face) {
        return blocked.getOrDefault(face, List.of());
    }

    /// Turns a part list into a placement problem on all four faces.
    ///
    /// @param parts the parts
    /// @param gap distance kept between parts, m
    /// @param power heat of each part by its index, W; absent means none
    /// @param boardChange length a net counts for reaching the other board, m
    /// @return the problem
    public Problem problem(PartList parts, double gap, Map<Integer, Double> power, double boardChange) {
        var all = Set.of(0, 1, 2, 3);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < parts.items().size(); i++) {
            var item = parts.items().get(i);
            var type = item.type();
            blocks.add(new Block(
                    item.name(), type.width(), type.height(), type.tall(), gap, power.getOrDefault(i, 0.0), all, true, false, null));
        }
        List<Wires.Net> nets = new ArrayList<>();
        parts.links().forEach(link -> nets.add(Wires.Net.of(1, link)));
        parts.buses().forEach(bus -> nets.add(Wires.Net.of(1, bus)));
        return new Problem(blocks, planes(), nets, boardChange);
    }
}
