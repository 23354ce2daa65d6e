// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.List;
import lithe.device.Cutout;
import lithe.device.Device;
import lithe.device.Part;
import lithe.geometry.Box;

/// A phone cut into cells, each of one owner: a tensor product of planes along x, y and z, with every edge of a part, a
/// layer or a hole on a plane.
///
/// Columns in a hole are inactive. A column that the rounded outline cuts keeps its true area and open sides; one of
/// which less than a thousandth remains is inactive. Cell (i, j, k) has the index `i + nx (j + ny k)`.
public final class Grid {

    /// Bytes per cell of grid, equations and solver together, counted from the arrays.
    private static final long BYTES_PER_CELL = 360;
    /// A column with a smaller part of its area inside the outline is left out.
    private static final double SLIVER = 1e-3;
    private static final double COARSEST = 60;
    private static final double FINEST = 0.02;
    private static final int HALVINGS = 24;

    final Plan plan;
    final Axis x;
    final Axis y;
    final Axis z;
    final Outline outline;
    final int[] owner;
    /// Part of each column's area inside the outline and outside holes; index i + nx j.
    final double[] open;
    private final String resolution;

    private Grid(Plan plan, Axis x, Axis y, Axis z, String resolution) {
        this.plan = plan;
        this.x = x;
        this.y = y;
        this.z = z;
        this.resolution = resolution;
        this.outline = new Outline(plan.device().body());
        this.open = openings();
        this.owner = fill();
    }

    /// Cuts a phone at a resolution.
    ///
    /// @param device the phone
    /// @param resolution how finely
    /// @return the grid
    /// @throws IllegalArgumentException when alignment alone needs more cells than the resolution allows, or the cells need
    ///     more memory than there is
    public static Grid of(Device device, Resolution resolution) {
        Plan plan = Plan.of(device);
        Spacing spacing = new Spacing(plan);
        double factor = fit(spacing, resolution.cells());
        long cells = count(spacing, factor);
        if (cells > resolution.most()) {
            throw new IllegalArgumentException(
                    "the grid of %s would have %,d cells and need about %,d MB, more than the %,d cells allowed; its edges alone ask for that many: give parts common edges, or allow more cells"
                            .formatted(device.name(), cells, cells * BYTES_PER_CELL >> 20, resolution.most()));
        }
        long room = Runtime.getRuntime().maxMemory();
        if (cells * BYTES_PER_CELL > room) {
            throw new IllegalArgumentException(
                    "the grid of %s would have %,d cells and need about %,d MB, more than the %,d MB this run may take: ask for fewer cells, or give Java more (-Xmx)"
                            .formatted(device.name(), cells, cells * BYTES_PER_CELL >> 20, room >> 20));
        }
        return new Grid(
                plan,
                Axis.graded(spacing.xs, p -> factor * spacing.x(p)),
                Axis.graded(spacing.ys, p -> factor * spacing.y(p)),
                Axis.graded(spacing.zs, p -> factor * spacing.z(p)),
                resolution.name());
    }

    /// Cuts a phone at given planes.
    ///
    /// @param device the phone
    /// @param x planes along x, m, increasing from 0 to the width
    /// @param y planes along y, m, increasing from 0 to the length
    /// @param z planes along z, m, increasing from 0 to the thickness
    /// @return the grid
    /// @throws IllegalArgumentException when an edge of a part, layer or hole has no plane
    public static Grid given(Device device, double[] x, double[] y, double[] z) {
        Plan plan = Plan.of(device);
        Spacing spacing = new Spacing(plan);
        return new Grid(plan, Axis.given(x, spacing.xs), Axis.given(y, spacing.ys), Axis.given(z, spacing.zs), "given");
    }

    /// Cuts a phone that differs a little from this one as this one is cut: as many cells between the same two edges, spread
    /// alike. Runs on both differ by what the phones differ in, not by the accidents of a new mesh.
    ///
    /// @param device the other phone
    /// @param resolution how finely it is cut anew when an edge has appeared or vanished
    /// @return its grid
    /// @throws IllegalArgumentException when it has to be cut anew and alignment needs more cells than the resolution allows
    public Grid moved(Device device, Resolution resolution) {
        Plan other = Plan.of(device);
        Spacing edges = new Spacing(other);
        boolean alike = x.edges() == edges.xs.length && y.edges() == edges.ys.length && z.edges() == edges.zs.length;
        return alike
                ? new Grid(other, x.moved(edges.xs), y.moved(edges.ys), z.moved(edges.zs), this.resolution)
                : of(device, resolution);
    }

    /// Returns the grid with every second plane left out where the edges allow it; for judging the error of this one.
    ///
    /// @return a grid of about an eighth of the cells
    public Grid coarser() {
        return new Grid(plan, x.coarser(), y.coarser(), z.coarser(), resolution + ", every second plane");
    }

    /// Returns the number of cells, inactive ones included.
    ///
    /// @return the cell count
    public int cells() {
        return owner.length;
    }

    /// Returns the number of cells that conduct.
    ///
    /// @return the count of active cells
    public int active() {
        int n = 0;
        for (int o : owner) {
            n += o >= 0 ? 1 : 0;
        }
        return n;
    }

    /// Returns an estimate of the memory a solve on this grid needs.
    ///
    /// @return bytes
    public long bytes() {
        return cells() * BYTES_PER_CELL;
    }

    /// Returns the number of cells along x.
    ///
    /// @return cells along x
    public int nx() {
        return x.cells();
    }

    /// Returns the number of cells along y.
    ///
    /// @return cells along y
    public int ny() {
        return y.cells();
    }

    /// Returns the number of cells along z.
    ///
    /// @return cells along z
    public int nz() {
        return z.cells();
    }

    /// Returns the planes along x.
    ///
    /// @return a copy, m; length nx + 1
    public double[] xPlanes() {
        return x.planes().clone();
    }

    /// Returns the planes along y.
    ///
    /// @return a copy, m; length ny + 1
    public double[] yPlanes() {
        return y.planes().clone();
    }

    /// Returns the planes along z.
    ///
    /// @return a copy, m; length nz + 1
    public double[] zPlanes() {
        return z.planes().clone();
    }

    /// Returns what each cell belongs to.
    ///
    /// @return a copy; index into [#names], −1 for an inactive cell; index i + nx (j + ny k)
    public int[] owners() {
        return owner.clone();
    }

    /// Returns the names of layers and parts that own cells.
    ///
    /// @return layers front to back, then parts
    public List<String> names() {
        return plan.names();
    }

    /// Returns the name of the resolution this grid was made for.
    ///
    /// @return a word or a short phrase
    public String resolution() {
        return resolution;
    }

    int index(int i, int j, int k) {
        return i + nx() * (j + ny() * k);
    }

    private double[] openings() {
        double[] area = new double[nx() * ny()];
        for (int j = 0; j < ny(); j++) {
            for (int i = 0; i < nx(); i++) {
                double full = x.size(i) * y.size(j);
                double part =
                        outline.area(x.planes()[i], x.planes()[i + 1], y.planes()[j], y.planes()[j + 1]) / full;
                boolean sliver = part < SLIVER || inHole(x.middle(i), y.middle(j));
                area[i + nx() * j] = sliver ? 0 : part > 1 - 1e-12 ? 1 : part;
            }
        }
        return area;
    }

    private boolean inHole(double px, double py) {
        for (Cutout hole : plan.device().cutouts()) {
            if (px > hole.x0() && px < hole.x1() && py > hole.y0() && py < hole.y1()) {
                return true;
            }
        }
        return false;
    }

    private int[] fill() {
        int columns = nx() * ny();
        int[] filled = new int[columns * nz()];
        double[] edges = plan.layerEdges();
        int layer = 0;
        for (int k = 0; k < nz(); k++) {
            while (layer + 1 < plan.layers() && z.middle(k) > edges[layer + 1]) {
                layer++;
            }
            java.util.Arrays.fill(filled, columns * k, columns * (k + 1), layer);
        }
        int who = plan.layers();
        for (Part part : plan.device().parts()) {
            for (Box box : part.boxes()) {
                stamp(filled, box, who);
            }
            who++;
        }
        for (int c = 0; c < filled.length; c++) {
            filled[c] = open[c % columns] > 0 ? filled[c] : -1;
        }
        return filled;
    }

    private void stamp(int[] filled, Box box, int who) {
        int i1 = x.plane(box.x1()), j1 = y.plane(box.y1()), k1 = z.plane(box.z1());
        for (int k = z.plane(box.z0()); k < k1; k++) {
            for (int j = y.plane(box.y0()); j < j1; j++) {
                for (int i = x.plane(box.x0()); i < i1; i++) {
                    filled[index(i, j, k)] = who;
                }
            }
        }
    }

    /// Smallest factor on all cell sizes that keeps the count below a target.
    private static double fit(Spacing spacing, int target) {
        double low = Math.log(FINEST), high = Math.log(COARSEST);
        for (int n = 0; n < HALVINGS; n++) {
            double middle = (low + high) / 2;
            if (count(spacing, Math.exp(middle)) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    private static long count(Spacing spacing, double factor) {
        return (long) Axis.count(spacing.xs, p -> factor * spacing.x(p))
                * Axis.count(spacing.ys, p -> factor * spacing.y(p))
                * Axis.count(spacing.zs, p -> factor * spacing.z(p));
    }
}
