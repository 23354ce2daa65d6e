// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

/// An axis-aligned box, m.
///
/// @param x0 left, m
/// @param x1 right, m, greater than x0
/// @param y0 top, m
/// @param y1 bottom, m, greater than y0
/// @param z0 front, m
/// @param z1 back, m, greater than z0
public record Box(double x0, double x1, double y0, double y1, double z0, double z1) {

    /// Lengths below this are rounding, m; a thousandth of the thinnest sheet in a phone.
    public static final double ROUNDING = 1e-9;

    /// Checks that all edges are finite and in order.
    ///
    /// @throws IllegalArgumentException naming the direction that is empty
    public Box {
        inOrder("width", x0, x1);
        inOrder("length", y0, y1);
        inOrder("thickness", z0, z1);
    }

    /// Returns a box from its first corner and its size.
    ///
    /// @param x left, m
    /// @param y top, m
    /// @param z front, m
    /// @param dx width, m
    /// @param dy length, m
    /// @param dz thickness, m
    /// @return the box
    public static Box at(double x, double y, double z, double dx, double dy, double dz) {
        return new Box(x, x + dx, y, y + dy, z, z + dz);
    }

    /// Returns the width along x, m.
    ///
    /// @return the width, m
    public double width() {
        return x1 - x0;
    }

    /// Returns the length along y, m.
    ///
    /// @return the length, m
    public double length() {
        return y1 - y0;
    }

    /// Returns the thickness along z, m.
    ///
    /// @return the thickness, m
    public double thickness() {
        return z1 - z0;
    }

    /// Returns the footprint, m².
    ///
    /// @return width times length, m²
    public double area() {
        return width() * length();
    }

    /// Returns the volume, m³.
    ///
    /// @return the volume, m³
    public double volume() {
        return area() * thickness();
    }

    /// Tells whether two boxes share volume; boxes that only touch do not.
    ///
    /// @param other another box
    /// @return true when the shared volume is more than rounding
    public boolean overlaps(Box other) {
        return shared(x0, x1, other.x0, other.x1) > ROUNDING
                && shared(y0, y1, other.y0, other.y1) > ROUNDING
                && shared(z0, z1, other.z0, other.z1) > ROUNDING;
    }

    /// Returns the lower end along an axis, m.
    ///
    /// @param axis 0 for x, 1 for y, 2 for z
    /// @return the coordinate, m
    public double low(int axis) {
        return axis == 0 ? x0 : axis == 1 ? y0 : z0;
    }

    /// Returns the upper end along an axis, m.
    ///
    /// @param axis 0 for x, 1 for y, 2 for z
    /// @return the coordinate, m
    public double high(int axis) {
        return axis == 0 ? x1 : axis == 1 ? y1 : z1;
    }

    /// Returns the free length between two boxes along an axis, m; negative where they share some.
    ///
    /// @param other another box
    /// @param axis 0 for x, 1 for y, 2 for z
    /// @return the gap, m
    public double gap(Box other, int axis) {
        return -shared(low(axis), high(axis), other.low(axis), other.high(axis));
    }

    /// Returns the axis along which the least movement would part two boxes that overlap, or along which two that stand
    /// apart are farthest.
    ///
    /// @param other another box
    /// @return 0 for x, 1 for y, 2 for z
    public int widestGap(Box other) {
        int axis = gap(other, 1) > gap(other, 0) ? 1 : 0;
        return gap(other, 2) > gap(other, axis) ? 2 : axis;
    }

    /// Returns the volume two boxes share, m³.
    ///
    /// @param other another box
    /// @return the volume, m³, 0 when they stand apart
    public double sharedVolume(Box other) {
        return Math.max(-gap(other, 0), 0) * Math.max(-gap(other, 1), 0) * Math.max(-gap(other, 2), 0);
    }

    /// Returns the box moved in a direction.
    ///
    /// @param way direction
    /// @param distance how far, m
    /// @return the moved box
    public Box moved(Direction way, double distance) {
        double d = way.sign() * distance;
        return switch (way.axis()) {
            case 0 -> new Box(x0 + d, x1 + d, y0, y1, z0, z1);
            case 1 -> new Box(x0, x1, y0 + d, y1 + d, z0, z1);
            default -> new Box(x0, x1, y0, y1, z0 + d, z1 + d);
        };
    }

    /// Returns the box with something taken off the side that looks in a direction.
    ///
    /// @param side direction the side looks in
    /// @param distance what is taken off, m, less than the box is long; negative adds
    /// @return the smaller box
    public Box trimmed(Direction side, double distance) {
        return switch (side) {
            case LEFT -> new Box(x0 + distance, x1, y0, y1, z0, z1);
            case RIGHT -> new Box(x0, x1 - distance, y0, y1, z0, z1);
            case UP -> new Box(x0, x1, y0 + distance, y1, z0, z1);
            case DOWN -> new Box(x0, x1, y0, y1 - distance, z0, z1);
            case FRONT -> new Box(x0, x1, y0, y1, z0 + distance, z1);
            case BACK -> new Box(x0, x1, y0, y1, z0, z1 - distance);
        };
    }

    /// Returns the smallest box around this one and another.
    ///
    /// @param other another box
    /// @return the hull
    public Box hull(Box other) {
        return new Box(
                Math.min(x0, other.x0), Math.max(x1, other.x1), Math.min(y0, other.y0), Math.max(y1, other.y1),
                Math.min(z0, other.z0), Math.max(z1, other.z1));
    }

    /// Tells whether this box lies within another, up to rounding.
    ///
    /// @param outer the box that should hold this one
    /// @return true when no corner sticks out
    public boolean within(Box outer) {
        return x0 >= outer.x0 - ROUNDING
                && x1 <= outer.x1 + ROUNDING
                && y0 >= outer.y0 - ROUNDING
                && y1 <= outer.y1 + ROUNDING
                && z0 >= outer.z0 - ROUNDING
                && z1 <= outer.z1 + ROUNDING;
    }

    /// Tells whether a point lies in the box, edges included.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @param z z, m
    /// @return true when inside
    public boolean contains(double x, double y, double z) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1 && z >= z0 && z <= z1;
    }

    private static double shared(double a0, double a1, double b0, double b1) {
        return Math.min(a1, b1) - Math.max(a0, b0);
    }

    private static void inOrder(String what, double from, double to) {
        if (!(Double.isFinite(from) && Double.isFinite(to) && to - from > ROUNDING)) {
            throw new IllegalArgumentException("box %s must be positive, but runs from %s m to %s m".formatted(what, from, to));
        }
    }
}
