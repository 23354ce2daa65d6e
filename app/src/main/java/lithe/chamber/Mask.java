// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;
import java.util.List;

/// An outline cut into square-ish cells, with exact areas and face lengths of the cells on its edge.
///
/// Cell (i, j) has the index `i + nx j`. The edge lets nothing through, so what flows out of one cell flows into another
/// whatever the shape.
///
/// @param nx number of cells along x
/// @param ny number of cells along y
/// @param x0 left edge of the first cell, m
/// @param y0 upper edge of the first cell, m
/// @param dx width of a cell, m
/// @param dy length of a cell, m
/// @param area open area of each cell, m²; 0 outside
/// @param openX open length of the face towards +x, m; 0 at the last i
/// @param openY open length of the face towards +y, m; 0 at the last j
public record Mask(
        int nx, int ny, double x0, double y0, double dx, double dy, double[] area, double[] openX, double[] openY) {

    /// Cells with less than this share of the full area are left out; their area goes to a neighbour.
    private static final double SLIVER = 1e-3;

    /// Cuts a polygon.
    ///
    /// @param shape the outline
    /// @param cell wanted cell size, m; the box around the outline is divided evenly
    /// @return the mask
    public static Mask of(Shape shape, double cell) {
        Within.range("cell size", cell, 1e-5, 1e-2, "m");
        double[] box = shape.bounds();
        int nx = Math.max(1, (int) Math.round((box[1] - box[0]) / cell));
        int ny = Math.max(1, (int) Math.round((box[3] - box[2]) / cell));
        return of(shape, nx, ny);
    }

    /// Cuts a polygon into a given number of cells.
    ///
    /// @param shape the outline
    /// @param nx cells along x
    /// @param ny cells along y
    /// @return the mask
    public static Mask of(Shape shape, int nx, int ny) {
        if (nx < 1 || ny < 1 || (long) nx * ny > 4_000_000) {
            throw new IllegalArgumentException(
                    "cells of the chamber must be at least 1 and at most 4 million, but are %d x %d; change the cell size"
                            .formatted(nx, ny));
        }
        double[] box = shape.bounds();
        double dx = (box[1] - box[0]) / nx, dy = (box[3] - box[2]) / ny;
        double[] area = shape.coverage(nx, ny, box[0], box[2], dx, dy);
        double[] openX = shape.crossings(true, nx, ny, box[0], box[2], dx, dy);
        double[] openY = shape.crossings(false, nx, ny, box[0], box[2], dx, dy);
        var mask = new Mask(nx, ny, box[0], box[2], dx, dy, area, openX, openY);
        mask.closeSlivers();
        return mask;
    }

    /// Cuts an outline made of rectangles that meet at their edges.
    ///
    /// @param parts the rectangles; they must not overlap
    /// @param cell wanted cell size, m
    /// @return the mask
    public static Mask of(List<Shape> parts, double cell) {
        double[] box = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (Shape part : parts) {
            double[] own = part.bounds();
            box[0] = Math.min(box[0], own[0]);
            box[1] = Math.max(box[1], own[1]);
            box[2] = Math.min(box[2], own[2]);
            box[3] = Math.max(box[3], own[3]);
        }
        var all = of(Shape.rectangle(box[0], box[2], box[1] - box[0], box[3] - box[2]), cell);
        if (parts.size() == 1) {
            return all;
        }
        double[] area = new double[all.cells()], openX = area.clone(), openY = area.clone();
        for (Shape part : parts) {
            add(area, part.coverage(all.nx, all.ny, all.x0, all.y0, all.dx, all.dy));
            add(openX, part.crossings(true, all.nx, all.ny, all.x0, all.y0, all.dx, all.dy));
            add(openY, part.crossings(false, all.nx, all.ny, all.x0, all.y0, all.dx, all.dy));
        }
        var mask = new Mask(all.nx, all.ny, all.x0, all.y0, all.dx, all.dy, area, openX, openY);
        mask.closeSlivers();
        return mask;
    }

    private static void add(double[] sum, double[] more) {
        Arrays.setAll(sum, c -> sum[c] + more[c]);
    }

    private void closeSlivers() {
        double whole = total();
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                int c = i + nx * j;
                if (area[c] < SLIVER * dx * dy) {
                    close(i, j);
                }
            }
        }
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                if (area[i + nx * j] > 0 && degree(i, j) == 0 && nx * ny > 1) {
                    close(i, j);
                }
            }
        }
        double scale = whole / total();
        Arrays.setAll(area, c -> area[c] * scale);
    }

    private int degree(int i, int j) {
        int c = i + nx * j;
        return (openX[c] > 0 ? 1 : 0)
                + (openY[c] > 0 ? 1 : 0)
                + (i > 0 && openX[c - 1] > 0 ? 1 : 0)
                + (j > 0 && openY[c - nx] > 0 ? 1 : 0);
    }

    private void close(int i, int j) {
        int c = i + nx * j;
        area[c] = 0;
        openX[c] = 0;
        openY[c] = 0;
        if (i > 0) {
            openX[c - 1] = 0;
        }
        if (j > 0) {
            openY[c - nx] = 0;
        }
    }

    /// Returns the number of cells of the box.
    ///
    /// @return nx ny
    public int cells() {
        return nx * ny;
    }

    /// Returns the area inside the outline.
    ///
    /// @return the area, m²
    public double total() {
        return Arrays.stream(area).sum();
    }

    /// Returns the centre of a column of cells.
    ///
    /// @param i index along x
    /// @return x, m
    public double x(int i) {
        return x0 + (i + 0.5) * dx;
    }

    /// Returns the centre of a row of cells.
    ///
    /// @param j index along y
    /// @return y, m
    public double y(int j) {
        return y0 + (j + 0.5) * dy;
    }

    /// Returns the cell that holds a point.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @return the index, of the nearest cell of the box
    public int at(double x, double y) {
        int i = (int) Math.clamp((x - x0) / dx, 0, nx - 1);
        int j = (int) Math.clamp((y - y0) / dy, 0, ny - 1);
        return i + nx * j;
    }

    /// Spreads a power evenly over a shape.
    ///
    /// @param shape where the heat enters; what lies outside the outline is left out
    /// @param power heat, W
    /// @return heat of each cell, W
    /// @throws IllegalArgumentException if the shape does not touch the outline
    public double[] heat(Shape shape, double power) {
        double[] heat = shape.coverage(nx, ny, x0, y0, dx, dy);
        for (int c = 0; c < heat.length; c++) {
            heat[c] = area[c] > 0 ? Math.min(heat[c], area[c]) : 0;
        }
        double covered = Arrays.stream(heat).sum();
        if (!(covered > 0)) {
            throw new IllegalArgumentException("the heat source lies outside the chamber");
        }
        Arrays.setAll(heat, c -> heat[c] * power / covered);
        return heat;
    }

    /// Returns the mean of a field under a shape.
    ///
    /// @param shape where to look
    /// @param field value of each cell
    /// @return the mean by area
    public double mean(Shape shape, double[] field) {
        double[] weight = heat(shape, 1);
        double sum = 0;
        for (int c = 0; c < weight.length; c++) {
            sum += weight[c] * field[c];
        }
        return sum;
    }

    /// Returns the value of a field at a point, straight between cell centres and beyond the last ones.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @param field value of each cell
    /// @return the value
    public double value(double x, double y, double[] field) {
        int i = (int) Math.clamp((x - x0) / dx - 0.5, 0, Math.max(0, nx - 2));
        int j = (int) Math.clamp((y - y0) / dy - 0.5, 0, Math.max(0, ny - 2));
        double s = (x - x(i)) / dx, t = (y - y(j)) / dy;
        int right = nx > 1 ? 1 : 0, down = ny > 1 ? nx : 0, c = i + nx * j;
        return (1 - t) * ((1 - s) * field[c] + s * field[c + right])
                + t * ((1 - s) * field[c + down] + s * field[c + right + down]);
    }
}
