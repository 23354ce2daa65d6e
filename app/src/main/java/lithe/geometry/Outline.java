// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A flat shape: one or more outer edges with holes in them.
///
/// @param edges outer edges, at least one, not touching each other
/// @param holes holes, each inside one edge
public record Outline(List<Polygon> edges, List<Polygon> holes) {

    /// Takes copies.
    ///
    /// @throws IllegalArgumentException when there is no edge
    public Outline {
        edges = List.copyOf(edges);
        holes = List.copyOf(holes);
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("an outline needs at least one closed edge");
        }
    }

    /// Returns a rectangle without holes.
    ///
    /// @param r the rectangle
    /// @return the outline
    public static Outline of(Rectangle r) {
        return new Outline(List.of(Polygon.of(r)), List.of());
    }

    /// Sorts loops into edges and holes: a loop inside an odd number of larger ones is a hole.
    ///
    /// @param loops closed loops in any order, at least one
    /// @return the outline
    public static Outline nested(List<Polygon> loops) {
        var byArea = new ArrayList<>(loops);
        byArea.sort(Comparator.comparingDouble(Polygon::area).reversed());
        List<Polygon> edges = new ArrayList<>();
        List<Polygon> holes = new ArrayList<>();
        for (int i = 0; i < byArea.size(); i++) {
            var loop = byArea.get(i);
            long around = byArea.subList(0, i).stream().filter(outer -> inside(loop, outer)).count();
            (around % 2 == 0 ? edges : holes).add(loop);
        }
        return new Outline(edges, holes);
    }

    /// Returns the area of the edges less the holes, m².
    ///
    /// @return the area, m²
    public double area() {
        return edges.stream().mapToDouble(Polygon::area).sum()
                - holes.stream().mapToDouble(Polygon::area).sum();
    }

    /// Returns the smallest rectangle around the shape.
    ///
    /// @return the bounds
    public Rectangle bounds() {
        return edges.stream().map(Polygon::bounds).reduce(Rectangle::hull).orElseThrow();
    }

    /// Tells whether a point lies in the shape.
    ///
    /// @param px x, m
    /// @param py y, m
    /// @return true when inside an edge and in no hole
    public boolean contains(double px, double py) {
        return edges.stream().anyMatch(e -> e.contains(px, py)) && holes.stream().noneMatch(h -> h.contains(px, py));
    }

    /// Tells whether a rectangle lies wholly in the shape; touching an edge is allowed.
    ///
    /// @param r the rectangle
    /// @return true when its centre is inside and no edge passes through it
    public boolean contains(Rectangle r) {
        return contains(r.x() + r.width() / 2, r.y() + r.height() / 2)
                && edges.stream().noneMatch(e -> e.crosses(r))
                && holes.stream().noneMatch(h -> h.crosses(r));
    }

    /// Holes and edges do not cross, so most corners decide; a corner may lie on the other loop.
    private static boolean inside(Polygon loop, Polygon outer) {
        int in = 0;
        for (int i = 0; i < loop.x().length; i++) {
            if (outer.contains(loop.x()[i], loop.y()[i])) {
                in++;
            }
        }
        return 2 * in > loop.x().length;
    }
}
