// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import lithe.device.Contact;
import lithe.device.Filling;
import lithe.material.Material;

/// The conductances between the cells of a grid, and their heat capacities.
///
/// Cell-centred finite volumes: two half cells and what is between them in series, g = A / (d₁/2k₁ + R + d₂/2k₂).
final class Conduction {

    final Grid grid;
    /// Conductance to the neighbour at +x, W/K.
    final double[] gx;
    final double[] gy;
    final double[] gz;
    /// Heat capacity of each cell, J/K.
    final double[] capacity;
    /// Area of the open part of each column, m².
    private final double[] area;
    private final Chambers chambers;
    /// Largest relative changes of a conductance since [#renewed], added up.
    private double drift;
    private final double[] inPlane;
    private final double[] through;
    private final double[] storage;
    /// Contact resistance between each two owners, m²·K/W; empty where there is none at all.
    private final double[][] contact;

    Conduction(Grid grid) {
        this.grid = grid;
        int owners = grid.plan.names().size();
        chambers = new Chambers(grid);
        inPlane = new double[owners];
        through = new double[owners];
        storage = new double[owners];
        for (int o = 0; o < owners; o++) {
            if (grid.plan.filling(o) instanceof Filling.Solid(Material m)) {
                inPlane[o] = m.inPlane();
                through[o] = m.through();
                storage[o] = m.volumetricHeatCapacity();
            }
        }
        contact = contacts(grid.plan);
        gx = new double[grid.cells()];
        gy = new double[grid.cells()];
        gz = new double[grid.cells()];
        capacity = new double[grid.cells()];
        area = areas(grid);
        store();
        link();
        chambers.watch();
    }

    /// Lets the chambers follow the temperature.
    ///
    /// @param u cell temperatures above ambient, K
    /// @param ambient K
    /// @return largest relative change of a conductance, 0 without chambers
    double follow(double[] u, double ambient) {
        double change = chambers.follow(this, u, ambient);
        drift += change;
        return change;
    }

    void dry(int owner, boolean[] where) {
        chambers.dry(owner, where);
        drift = Double.POSITIVE_INFINITY;
    }

    void open(int owner, double[] share) {
        chambers.open(owner, share);
        drift = Double.POSITIVE_INFINITY;
    }

    /// Tells by how much the conductances may have changed since the solver was told to begin anew, relative.
    double drift() {
        return drift;
    }

    void renewed() {
        drift = 0;
    }

    ChamberField chamber(int owner, double[] u, double ambient) {
        return chambers.field(owner, this, u, ambient);
    }

    boolean hasChambers() {
        return chambers.any();
    }

    private static double[][] contacts(Plan plan) {
        double[][] contact = new double[plan.device().contacts().isEmpty() ? 0 : plan.names().size()][];
        Arrays.setAll(contact, o -> new double[plan.names().size()]);
        for (Contact pair : plan.device().contacts()) {
            int a = plan.ownerOf(pair.first()), b = plan.ownerOf(pair.second());
            contact[a][b] = pair.resistance();
            contact[b][a] = pair.resistance();
        }
        return contact;
    }

    private void store() {
        int columns = grid.nx() * grid.ny();
        for (int c = 0; c < grid.cells(); c++) {
            capacity[c] = grid.owner[c] < 0
                    ? 0
                    : chambers.holds(c)
                            ? chambers.capacity(c) * area(c % columns)
                            : storage[grid.owner[c]] * volume(c % columns, c / columns);
        }
    }

    /// Volume of the open part of a cell, m³.
    double volume(int column, int k) {
        return area(column) * grid.z.size(k);
    }

    /// Area of the open part of a column, m².
    double area(int column) {
        return area[column];
    }

    private static double[] areas(Grid grid) {
        double[] areas = new double[grid.nx() * grid.ny()];
        Arrays.setAll(areas, column -> grid.open[column] * grid.x.size(column % grid.nx()) * grid.y.size(column / grid.nx()));
        return areas;
    }

    private void link() {
        for (int c = 0; c < grid.cells(); c++) {
            linkX(c);
            linkY(c);
            linkZ(c);
        }
    }

    /// Sets the conductance between a cell and its neighbour at +x.
    void linkX(int c) {
        int i = c % grid.nx(), j = c / grid.nx() % grid.ny(), k = c / (grid.nx() * grid.ny());
        double open = i + 1 < grid.nx() ? openRight(i, j) : 0;
        gx[c] = open == 0 ? 0 : lateral(c, c + 1, open * grid.z.size(k), grid.x.size(i), grid.x.size(i + 1));
    }

    /// Sets the conductance between a cell and its neighbour at +y.
    void linkY(int c) {
        int i = c % grid.nx(), j = c / grid.nx() % grid.ny(), k = c / (grid.nx() * grid.ny());
        double open = j + 1 < grid.ny() ? openBottom(i, j) : 0;
        gy[c] = open == 0 ? 0 : lateral(c, c + grid.nx(), open * grid.z.size(k), grid.y.size(j), grid.y.size(j + 1));
    }

    /// Sets the conductance between a cell and its neighbour at +z.
    void linkZ(int c) {
        int columns = grid.nx() * grid.ny();
        int k = c / columns;
        double area = area(c % columns);
        gz[c] = k + 1 == grid.nz() || area == 0 ? 0 : vertical(c, c + columns, area, grid.z.size(k), grid.z.size(k + 1));
    }

    /// Open length between a column and its neighbour at +x, m.
    private double openRight(int i, int j) {
        int column = i + grid.nx() * j;
        return grid.open[column] == 0 || grid.open[column + 1] == 0
                ? 0
                : grid.outline.openX(grid.x.planes()[i + 1], grid.y.planes()[j], grid.y.planes()[j + 1]);
    }

    /// Open length between a column and its neighbour at +y, m.
    private double openBottom(int i, int j) {
        int column = i + grid.nx() * j;
        return grid.open[column] == 0 || grid.open[column + grid.nx()] == 0
                ? 0
                : grid.outline.openY(grid.y.planes()[j + 1], grid.x.planes()[i], grid.x.planes()[i + 1]);
    }

    private double lateral(int c, int n, double area, double d1, double d2) {
        if (chambers.bothVapor(c, n)) {
            return chambers.along(c, n) * area / (0.5 * (d1 + d2));
        }
        return area / (0.5 * d1 / inPlane(c) + between(c, n) + 0.5 * d2 / inPlane(n));
    }

    private double vertical(int c, int n, double area, double d1, double d2) {
        if (chambers.joins(c, n)) {
            return chambers.across(c, n) * area;
        }
        return area / (0.5 * d1 / through(c) + between(c, n) + 0.5 * d2 / through(n));
    }

    private double between(int c, int n) {
        return contact.length == 0 ? 0 : contact[grid.owner[c]][grid.owner[n]];
    }

    /// In-plane conductivity of a cell, W/(m·K).
    double inPlane(int c) {
        return chambers.holds(c) ? chambers.inPlane(c) : inPlane[grid.owner[c]];
    }

    /// Through conductivity of a cell, W/(m·K).
    double through(int c) {
        return chambers.holds(c) ? chambers.through(c) : through[grid.owner[c]];
    }
}
