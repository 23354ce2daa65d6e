// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import lithe.chamber.SheetTable;
import lithe.chamber.VaporChamber;
import lithe.device.Filling;
import lithe.geometry.Box;
import org.jspecify.annotations.Nullable;

/// The vapor chambers of a phone in the seven-point system: three sheets of cells each, evaporator wall with wick, vapor,
/// condenser wall, one cell high.
///
/// The vapor sheet conducts along itself k_v,eff(T) h_v, with the mean of both sides' conductivities, and is coupled to
/// the middle of each wall by U(T). The sheets follow the temperature when told to.
final class Chambers {

    private enum Sheet {
        EVAPORATOR,
        VAPOR,
        CONDENSER
    }

    private static final double START = 273.15 + 35;
    /// Conductance across cut vapor over that to a wall; large enough to be one temperature.
    private static final double LEVEL = 100;
    /// What a column that gas fills conducts still, for the equations' sake.
    private static final double SHUT = 1e-6;

    private final Grid grid;
    private final int columns;
    private final @Nullable SheetTable[] tables;
    /// Sheet at each height, for each owner that is a chamber.
    private final Sheet[][] sheets;
    /// Columns where the wick is dry, for each owner that is a chamber; none at first.
    private final boolean[][] dry;
    /// Share of each column that gas leaves open, for each owner that is a chamber; all at first.
    private final double[][] open;
    private int[] cells = new int[0];
    /// Temperature a cell's conductances were made for, K; empty without chambers.
    private final double[] seen;

    Chambers(Grid grid) {
        this.grid = grid;
        columns = grid.nx() * grid.ny();
        int owners = grid.plan.names().size();
        tables = new SheetTable[owners];
        sheets = new Sheet[owners][];
        dry = new boolean[owners][];
        open = new double[owners][];
        boolean any = false;
        for (int o = grid.plan.layers(); o < owners; o++) {
            if (grid.plan.filling(o) instanceof Filling.Chamber(VaporChamber chamber, boolean wickAtBack)) {
                tables[o] = new SheetTable(chamber);
                sheets[o] = stack(grid, o, chamber, wickAtBack);
                dry[o] = new boolean[columns];
                open[o] = new double[columns];
                Arrays.fill(open[o], 1);
                any = true;
            }
        }
        seen = any ? new double[grid.cells()] : new double[0];
        Arrays.fill(seen, START);
    }

    /// Heights inside a chamber where its sheets meet, from its front, m.
    static double[] seams(VaporChamber chamber, boolean wickAtBack) {
        double evaporator = chamber.evaporatorThickness(), condenser = chamber.condenser().thickness();
        return wickAtBack
                ? new double[] {condenser, chamber.thickness() - evaporator}
                : new double[] {evaporator, chamber.thickness() - condenser};
    }

    private static Sheet[] stack(Grid grid, int owner, VaporChamber chamber, boolean wickAtBack) {
        Sheet[] stack = new Sheet[grid.nz()];
        double[] seams = seams(chamber, wickAtBack);
        for (Box box : grid.plan.part(owner).boxes()) {
            if (Math.abs(box.thickness() - chamber.thickness()) > 1e-6) {
                throw new IllegalArgumentException("part %s is %s m thick, but its chamber %s m"
                        .formatted(grid.plan.names().get(owner), box.thickness(), chamber.thickness()));
            }
            for (int k = grid.z.plane(box.z0()); k < grid.z.plane(box.z1()); k++) {
                double depth = grid.z.middle(k) - box.z0();
                boolean front = depth < seams[0], back = depth > seams[1];
                stack[k] = front == back ? Sheet.VAPOR : front == wickAtBack ? Sheet.CONDENSER : Sheet.EVAPORATOR;
            }
        }
        return stack;
    }

    boolean any() {
        return seen.length > 0;
    }

    boolean holds(int c) {
        return any() && grid.owner[c] >= 0 && tables[grid.owner[c]] != null;
    }

    private SheetTable table(int c) {
        SheetTable table = tables[grid.owner[c]];
        if (table == null) {
            throw new IllegalStateException("no chamber at cell " + c);
        }
        return table;
    }

    private Sheet sheet(int c) {
        return sheets[grid.owner[c]][c / columns];
    }

    boolean bothVapor(int c, int n) {
        return holds(c) && grid.owner[c] == grid.owner[n] && sheet(c) == Sheet.VAPOR && sheet(n) == Sheet.VAPOR;
    }

    boolean joins(int c, int n) {
        return holds(c) && grid.owner[c] == grid.owner[n];
    }

    /// Mean in-plane conductivity of two vapor cells, W/(m·K).
    double along(int c, int n) {
        double[] share = open[grid.owner[c]];
        double gate = Math.min(share[c % columns], share[n % columns]);
        return gate * table(c).vaporSheet(seen[c], seen[n]) / height(c);
    }

    /// Conductance between two cells of a chamber, one above the other, W/(m²·K).
    double across(int c, int n) {
        Sheet one = sheet(c), other = sheet(n);
        if (one == other) {
            // another part's edge cuts the sheet; within it a wall conducts and the vapor has one temperature
            double apart = 0.5 * (grid.z.size(c / columns) + grid.z.size(n / columns));
            return one == Sheet.VAPOR ? LEVEL * table(c).condenser(seen[c]) : through(c) / apart;
        }
        double t = seen[one == Sheet.VAPOR ? c : n];
        boolean wick = one == Sheet.EVAPORATOR || other == Sheet.EVAPORATOR;
        double share = open[grid.owner[c]][c % columns];
        if (wick && dry[grid.owner[c]][c % columns]) {
            return share * table(c).dry(t);
        }
        return share * (wick ? table(c).evaporator(t) : table(c).condenser(t));
    }

    /// Height of the sheet a cell belongs to, m.
    private double height(int c) {
        VaporChamber chamber = table(c).chamber();
        return switch (sheet(c)) {
            case EVAPORATOR -> chamber.evaporatorThickness();
            case VAPOR -> chamber.thickness() - chamber.evaporatorThickness() - chamber.condenser().thickness();
            case CONDENSER -> chamber.condenser().thickness();
        };
    }

    double inPlane(int c) {
        SheetTable table = table(c);
        double sheet = switch (sheet(c)) {
            case EVAPORATOR -> table.evaporatorSheet();
            case VAPOR -> table.vaporSheet(seen[c]);
            case CONDENSER -> table.condenserSheet();
        };
        return sheet / height(c);
    }

    /// Conductivity that gives half a cell the resistance of half a wall, W/(m·K).
    double through(int c) {
        VaporChamber chamber = table(c).chamber();
        return switch (sheet(c)) {
            case EVAPORATOR -> chamber.evaporator().metal().conductivity() * height(c) / chamber.evaporator().thickness();
            case VAPOR -> table(c).condenser(seen[c]) * height(c);
            case CONDENSER -> chamber.condenser().metal().conductivity();
        };
    }

    /// Heat stored in a cell, J/(m²·K).
    double capacity(int c) {
        double whole = switch (sheet(c)) {
            case EVAPORATOR -> table(c).evaporatorCapacity(seen[c]);
            case VAPOR -> table(c).vaporCapacity(seen[c]);
            case CONDENSER -> table(c).condenserCapacity();
        };
        return whole * grid.z.size(c / columns) / height(c);
    }

    /// Says where the wick of a chamber is dry; takes effect when the chambers next follow the temperature.
    void dry(int owner, boolean[] where) {
        System.arraycopy(where, 0, dry[owner], 0, columns);
    }

    /// Says which share of each column gas leaves open; takes effect when the chambers next follow the temperature.
    void open(int owner, double[] share) {
        Arrays.setAll(open[owner], column -> Math.max(SHUT, share[column]));
    }

    /// Reads one chamber from temperatures above ambient: the flows are those the equations were solved with.
    ChamberField field(int owner, Conduction conduction, double[] u, double ambient) {
        double[] area = new double[columns], hot = new double[columns], vapor = new double[columns];
        double[] cold = new double[columns], in = new double[columns], out = new double[columns];
        double[] right = new double[columns], down = new double[columns];
        for (int c : cells) {
            if (grid.owner[c] != owner) {
                continue;
            }
            int column = c % columns;
            switch (sheet(c)) {
                case EVAPORATOR -> hot[column] = ambient + u[c];
                case CONDENSER -> cold[column] = ambient + u[c];
                case VAPOR -> {
                    vapor[column] = ambient + u[c];
                    area[column] = conduction.area(column);
                    right[column] += along(conduction.gx, u, c - 1, c) + along(conduction.gx, u, c, c + 1);
                    down[column] += along(conduction.gy, u, c - grid.nx(), c) + along(conduction.gy, u, c, c + grid.nx());
                }
            }
            int n = c + columns;
            if (n < grid.cells() && joins(c, n) && sheet(c) != sheet(n)) {
                boolean wick = sheet(c) == Sheet.EVAPORATOR || sheet(n) == Sheet.EVAPORATOR;
                int wall = sheet(c) == Sheet.VAPOR ? n : c, gap = wall == c ? n : c;
                double heat = conduction.gz[c] * (u[wall] - u[gap]);
                (wick ? in : out)[column] = wick ? heat : -heat;
            }
        }
        // mean of the flows through both sides, over the width of the way
        double[] flux = new double[columns];
        Arrays.setAll(flux, column -> Math.hypot(
                right[column] / (2 * grid.y.size(column / grid.nx())), down[column] / (2 * grid.x.size(column % grid.nx()))));
        return new ChamberField(grid.x.planes(), grid.y.planes(), area, hot, vapor, cold, in, out, flux);
    }

    /// Heat the vapor carries from a cell to the next one in plane, W; 0 where one of them is no vapor.
    private double along(double[] g, double[] u, int c, int n) {
        return c >= 0 && n < grid.cells() && g[c] > 0 && bothVapor(c, n) ? g[c] * (u[c] - u[n]) : 0;
    }

    /// Notes which cells are chambers.
    void watch() {
        if (any()) {
            int[] found = new int[grid.cells()];
            int n = 0;
            for (int c = 0; c < found.length; c++) {
                if (holds(c)) {
                    found[n++] = c;
                }
            }
            cells = Arrays.copyOf(found, n);
        }
    }

    /// Brings conductances and capacities to the temperatures of the cells.
    double follow(Conduction conduction, double[] u, double ambient) {
        for (int c : cells) {
            seen[c] = ambient + u[c];
        }
        double change = 0;
        for (int c : cells) {
            double before = conduction.gx[c] + conduction.gy[c];
            relink(conduction, c);
            double now = conduction.gx[c] + conduction.gy[c];
            change = Math.max(change, now == 0 ? 0 : Math.abs(now - before) / now);
        }
        return change;
    }

    private void relink(Conduction conduction, int c) {
        conduction.linkX(c);
        conduction.linkY(c);
        conduction.linkZ(c);
        if (c % grid.nx() > 0) {
            conduction.linkX(c - 1);
        }
        if (c / grid.nx() % grid.ny() > 0) {
            conduction.linkY(c - grid.nx());
        }
        if (c >= columns) {
            conduction.linkZ(c - columns);
        }
        conduction.capacity[c] = capacity(c) * conduction.area(c % columns);
    }
}
