// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// The potential in one foil: ∇·((t/ρ) ∇φ) = −q, with φ = 0 at the tabs.
///
/// Finite volumes on a grid that follows the tab edges and thins towards them, where the current density is singular;
/// solved directly. The resistance is P/I², which is what heats.
public final class FoilField {

    private final Foil foil;
    private final double[] x; // faces along the length
    private final double[] y; // faces across, bottom to top
    private final double[] potential; // per ampere, at cells [i * ny + j], Ω
    private final double[] source; // share of the current that enters each cell
    private final BandedCholesky factor;
    private final double[] tabShare;
    private final double temperature;

    private FoilField(Foil foil, List<Foil.Tab> tabs, double[] x, double[] y, double[] source, double temperature) {
        this.foil = foil;
        this.x = x;
        this.y = y;
        this.source = source;
        this.temperature = temperature;
        int nx = x.length - 1;
        int ny = y.length - 1;
        double conductance = 1 / foil.sheet(temperature);
        var lower = new double[nx * ny * (ny + 1)];
        var toTabs = new double[tabs.size()][nx * ny];
        int w = ny + 1;
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                int k = i * ny + j;
                if (i + 1 < nx) {
                    double g = conductance * (y[j + 1] - y[j]) / ((x[i + 2] - x[i]) / 2);
                    lower[k * w + ny] += g;
                    lower[(k + ny) * w + ny] += g;
                    lower[(k + ny) * w] -= g;
                }
                if (j + 1 < ny) {
                    double g = conductance * (x[i + 1] - x[i]) / ((y[j + 2] - y[j]) / 2);
                    lower[k * w + ny] += g;
                    lower[(k + 1) * w + ny] += g;
                    lower[(k + 1) * w + ny - 1] -= g;
                }
            }
            for (int t = 0; t < tabs.size(); t++) {
                var tab = tabs.get(t);
                int j = tab.top() ? ny - 1 : 0;
                double reach = Math.min(x[i + 1], tab.centre() + tab.width() / 2)
                        - Math.max(x[i], tab.centre() - tab.width() / 2);
                if (reach > 0) {
                    double g = conductance * reach / ((y[j + 1] - y[j]) / 2);
                    lower[(i * ny + j) * w + ny] += g;
                    toTabs[t][i * ny + j] += g;
                }
            }
        }
        factor = new BandedCholesky(lower, nx * ny, ny);
        potential = source.clone();
        factor.solve(potential);
        tabShare = new double[tabs.size()];
        for (int t = 0; t < tabs.size(); t++) {
            for (int k = 0; k < potential.length; k++) {
                tabShare[t] += toTabs[t][k] * potential[k];
            }
        }
    }

    /// Solves with even collection on a grid that follows the tabs.
    ///
    /// @param foil the foil
    /// @param tabs its tabs, at least one
    /// @param temperature temperature of the foil, K
    /// @return the solved field
    public static FoilField of(Foil foil, List<Foil.Tab> tabs, double temperature) {
        var inside = checked(foil, tabs);
        double smallest = inside.stream().mapToDouble(Foil.Tab::width).min().orElseThrow() / 1200;
        var marks = new TreeSet<Double>(List.of(0.0, foil.length()));
        for (var tab : inside) {
            marks.add(Math.max(0, tab.centre() - tab.width() / 2));
            marks.add(Math.min(foil.length(), tab.centre() + tab.width() / 2));
        }
        boolean bottom = inside.stream().anyMatch(t -> !t.top());
        boolean top = inside.stream().anyMatch(Foil.Tab::top);
        var x = faces(new ArrayList<>(marks), smallest, foil.length() / 60);
        var y = span(0, foil.height(), bottom, top, smallest, foil.height() / 20);
        return new FoilField(foil, inside, x, y, even(x, y), temperature);
    }

    /// Solves with even collection on a uniform grid.
    ///
    /// @param foil the foil
    /// @param tabs its tabs, at least one
    /// @param nx cells along the length
    /// @param ny cells across
    /// @param temperature temperature of the foil, K
    /// @return the solved field
    public static FoilField uniform(Foil foil, List<Foil.Tab> tabs, int nx, int ny, double temperature) {
        var x = new double[nx + 1];
        var y = new double[ny + 1];
        Arrays.setAll(x, i -> foil.length() * i / nx);
        Arrays.setAll(y, j -> foil.height() * j / ny);
        return new FoilField(foil, checked(foil, tabs), x, y, even(x, y), temperature);
    }

    private static List<Foil.Tab> checked(Foil foil, List<Foil.Tab> tabs) {
        if (tabs.isEmpty()) {
            throw new IllegalArgumentException("a foil needs at least one tab");
        }
        for (var tab : tabs) {
            if (tab.centre() + tab.width() / 2 > foil.length() * (1 + 1e-9) || tab.centre() - tab.width() / 2 < -1e-9) {
                throw new IllegalArgumentException("tab of %s m at %s m is not on the foil, which is %s m long"
                        .formatted(tab.width(), tab.centre(), foil.length()));
            }
        }
        return List.copyOf(tabs);
    }

    private static double[] even(double[] x, double[] y) {
        int ny = y.length - 1;
        var share = new double[(x.length - 1) * ny];
        double area = x[x.length - 1] * y[ny];
        for (int k = 0; k < share.length; k++) {
            share[k] = (x[k / ny + 1] - x[k / ny]) * (y[k % ny + 1] - y[k % ny]) / area;
        }
        return share;
    }

    private static double[] faces(List<Double> marks, double smallest, double largest) {
        var all = new ArrayList<Double>(List.of(0.0));
        for (int m = 1; m < marks.size(); m++) {
            double a = marks.get(m - 1);
            double b = marks.get(m);
            boolean thinLeft = m > 1;
            boolean thinRight = m < marks.size() - 1;
            var part = span(a, b, thinLeft, thinRight, smallest, largest);
            for (int i = 1; i < part.length; i++) {
                all.add(part[i]);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Faces between two marks, growing by a fifth from thin ends up to the largest width.
    private static double[] span(double a, double b, boolean thinLeft, boolean thinRight, double smallest, double largest) {
        var left = grow(thinLeft, smallest, largest);
        var right = grow(thinRight, smallest, largest);
        var widths = new ArrayList<Double>();
        var tail = new ArrayList<Double>();
        double sum = 0;
        int i = 0;
        int j = 0;
        while (sum < b - a) {
            double wl = left[Math.min(i, left.length - 1)];
            double wr = right[Math.min(j, right.length - 1)];
            if (wl <= wr) {
                widths.add(wl);
                sum += wl;
                i++;
            } else {
                tail.add(wr);
                sum += wr;
                j++;
            }
        }
        for (int k = tail.size() - 1; k >= 0; k--) {
            widths.add(tail.get(k));
        }
        double scale = (b - a) / sum;
        var faces = new double[widths.size() + 1];
        faces[0] = a;
        for (int k = 0; k < widths.size(); k++) {
            faces[k + 1] = faces[k] + widths.get(k) * scale;
        }
        faces[widths.size()] = b;
        return faces;
    }

    private static double[] grow(boolean thin, double smallest, double largest) {
        if (!thin) {
            return new double[] {largest};
        }
        var list = new ArrayList<Double>();
        for (double w = smallest; w < largest; w *= 1.2) {
            list.add(w);
        }
        list.add(largest);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Returns P/I² of the foil, Ω.
    ///
    /// @return the resistance that heats, Ω
    public double resistance() {
        double sum = 0;
        for (int k = 0; k < potential.length; k++) {
            sum += source[k] * potential[k];
        }
        return sum;
    }

    /// Returns the share of the current each tab carries.
    ///
    /// @return one share for each tab, adding to one; a new array
    public double[] tabShares() {
        return tabShare.clone();
    }

    /// Returns the potential of the cells for one ampere.
    ///
    /// @return potential over the tabs, Ω, at [i · ny + j]; a new array
    public double[] potential() {
        return potential.clone();
    }

    /// Returns the largest potential over the tabs for one ampere, Ω.
    ///
    /// @return the drop to the farthest point, Ω
    public double largestDrop() {
        return Arrays.stream(potential).max().orElseThrow();
    }

    /// Returns the heat of each cell for one ampere, W: ½ of the loss of each of its faces.
    ///
    /// @return heat at [i · ny + j], adding to resistance(); a new array
    public double[] heat() {
        int nx = x.length - 1;
        int ny = y.length - 1;
        double conductance = 1 / foil.sheet(temperature);
        var heat = new double[nx * ny];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                int k = i * ny + j;
                if (i + 1 < nx) {
                    double d = potential[k] - potential[k + ny];
                    double p = conductance * (y[j + 1] - y[j]) / ((x[i + 2] - x[i]) / 2) * d * d / 2;
                    heat[k] += p;
                    heat[k + ny] += p;
                }
                if (j + 1 < ny) {
                    double d = potential[k] - potential[k + 1];
                    double p = conductance * (x[i + 1] - x[i]) / ((y[j + 2] - y[j]) / 2) * d * d / 2;
                    heat[k] += p;
                    heat[k + 1] += p;
                }
            }
        }
        // what is left is lost in the half cells at the tabs
        double left = resistance() - Arrays.stream(heat).sum();
        double total = 0;
        var near = new double[nx * ny];
        for (int i = 0; i < nx; i++) {
            for (int j : new int[] {0, ny - 1}) {
                near[i * ny + j] = Math.max(0, residual(i, j)) ;
                total += near[i * ny + j];
            }
        }
        for (int k = 0; k < heat.length && total > 0; k++) {
            heat[k] += left * near[k] / total;
        }
        return heat;
    }

    /// Current that leaves a cell through a tab, for one ampere.
    private double residual(int i, int j) {
        int nx = x.length - 1;
        int ny = y.length - 1;
        int k = i * ny + j;
        double conductance = 1 / foil.sheet(temperature);
        double in = source[k];
        double across = conductance * (y[j + 1] - y[j]);
        double along = conductance * (x[i + 1] - x[i]);
        if (i > 0) {
            in += across / ((x[i + 1] - x[i - 1]) / 2) * (potential[k - ny] - potential[k]);
        }
        if (i + 1 < nx) {
            in += across / ((x[i + 2] - x[i]) / 2) * (potential[k + ny] - potential[k]);
        }
        if (j > 0) {
            in += along / ((y[j + 1] - y[j - 1]) / 2) * (potential[k - 1] - potential[k]);
        }
        if (j + 1 < ny) {
            in += along / ((y[j + 2] - y[j]) / 2) * (potential[k + 1] - potential[k]);
        }
        return in;
    }

    /// Returns where cells meet along the length.
    ///
    /// @return faces, m, rising from 0; a new array
    public double[] along() {
        return x.clone();
    }

    /// Returns where cells meet across.
    ///
    /// @return faces, m, rising from 0 at the bottom; a new array
    public double[] across() {
        return y.clone();
    }

    /// Returns the number of cells along the length.
    ///
    /// @return cells along the length
    public int cellsAlong() {
        return x.length - 1;
    }

    /// Returns the number of cells across.
    ///
    /// @return cells across
    public int cellsAcross() {
        return y.length - 1;
    }

    /// Returns the matrix of potentials per ampere entering each cell, Ω; symmetric.
    double[] influence() {
        int n = potential.length;
        var all = new double[n * n];
        var column = new double[n];
        for (int k = 0; k < n; k++) {
            Arrays.fill(column, 0);
            column[k] = 1;
            factor.solve(column);
            System.arraycopy(column, 0, all, k * n, n);
        }
        return all;
    }
}
