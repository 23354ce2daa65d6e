// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// A coarse grid of the multigrid cycle: a net of columns with factored z lines, right-hand side and correction.
///
/// Columns are numbered colour by colour; no two of a colour touch, so those of one colour can be solved in any order, by
/// any number of threads. `group`, `member` and the rest say how the columns of the next finer grid belong to these.
final class Net {

    final Columns columns;
    final int nz;
    /// First column of each colour, and the number of columns.
    final int[] colourStart;
    /// Column of this net for each column of the finer grid; −1 for none.
    final int[] group;
    /// Columns of this net in the order of their places.
    final int[] byPlace;

    final float[] x;
    final float[] b;
    /// First direction of the K-cycle, and what the operator makes of it.
    final float[] c;
    final float[] v;

    private final int[] memberStart;
    private final int[] member;
    private final float[] lower;
    private final float[] inversePivot;
    /// Where the neighbours of higher number begin.
    private final int[] higher;

    /// Takes a net in the order of places, and the group of each finer column in that order.
    Net(Columns raw, int[] rawGroup, Workers workers) {
        int[] colour = raw.colours();
        colourStart = new int[Arrays.stream(colour).max().orElse(0) + 2];
        for (int hue : colour) {
            colourStart[hue + 1]++;
        }
        Arrays.parallelPrefix(colourStart, Integer::sum);
        int[] next = colourStart.clone();
        byPlace = new int[raw.count];
        Arrays.setAll(byPlace, n -> next[colour[n]]++);
        columns = raw.renumbered(byPlace, workers);
        nz = raw.nz;
        group = new int[rawGroup.length];
        Arrays.setAll(group, n -> rawGroup[n] < 0 ? -1 : byPlace[rawGroup[n]]);
        memberStart = new int[raw.count + 1];
        member = members();
        higher = new int[raw.count];
        Arrays.setAll(higher, this::firstHigher);
        int n = raw.count * nz;
        x = new float[n];
        b = new float[n];
        c = new float[n];
        v = new float[n];
        lower = new float[n + 1];
        inversePivot = new float[n];
    }

    private int[] members() {
        for (int g : group) {
            if (g >= 0) {
                memberStart[g + 1]++;
            }
        }
        Arrays.parallelPrefix(memberStart, Integer::sum);
        int[] end = memberStart.clone();
        int[] all = new int[memberStart[columns.count]];
        for (int fine = 0; fine < group.length; fine++) {
            if (group[fine] >= 0) {
                all[end[group[fine]]++] = fine;
            }
        }
        return all;
    }

    private int firstHigher(int column) {
        int at = columns.start[column];
        while (at < columns.start[column + 1] && columns.neighbour[at] < column) {
            at++;
        }
        return at;
    }

    int count() {
        return columns.count;
    }

    int colours() {
        return colourStart.length - 1;
    }

    /// Bytes of the arrays.
    long bytes() {
        long ints = colourStart.length + group.length + byPlace.length + memberStart.length + member.length + higher.length;
        return columns.bytes() + Integer.BYTES * ints + 6L * Float.BYTES * x.length;
    }

    // ---- values that follow from the operator

    /// Sums the sinks of the finest grid.
    void sumSinks(SevenPoint a, int from, int to) {
        int plane = a.nx * a.ny;
        for (int column = from; column < to; column++) {
            for (int k = 0; k < nz; k++) {
                double sum = 0;
                for (int m = memberStart[column]; m < memberStart[column + 1]; m++) {
                    sum += a.sink[member[m] + plane * k];
                }
                columns.sink[column * nz + k] = (float) sum;
            }
        }
    }

    /// Sums the sinks of a finer net.
    void sumSinks(Net fine) {
        Arrays.fill(columns.sink, 0);
        for (int column = 0; column < fine.count(); column++) {
            if (group[column] >= 0) {
                for (int k = 0; k < nz; k++) {
                    columns.sink[group[column] * nz + k] += fine.columns.sink[column * nz + k];
                }
            }
        }
    }

    /// Factors z lines; the pivots as in [Chessboard].
    void factor(int from, int to) {
        var net = columns;
        double[] lateral = new double[nz];
        for (int column = from; column < to; column++) {
            Arrays.fill(lateral, 0);
            for (int n = net.start[column]; n < net.start[column + 1]; n++) {
                for (int k = 0; k < nz; k++) {
                    lateral[k] += net.g[net.link[n] * nz + k];
                }
            }
            double passed = 0;
            double ratio = 0;
            for (int k = 0, o = column * nz; k < nz; k++, o++) {
                double e = lateral[k] + net.sink[o] + passed;
                double pivot = net.gz[o] + e;
                double inverse = pivot > 0 ? 1 / pivot : 0;
                lower[o] = (float) ratio;
                inversePivot[o] = (float) inverse;
                ratio = net.gz[o] * inverse;
                passed = ratio * e;
            }
        }
    }

    // ---- smoothing

    /// Columns solved side by side: a z line is a chain of operations that wait for each other.
    static final int ABREAST = 4;

    /// Solves z lines of one colour, columns of later colours taken as 0.
    ///
    /// @param y scratch for [#ABREAST] columns
    void relaxFromZero(int from, int to, double[] y) {
        relax(from, to, y, true);
    }

    /// Solves z lines of one colour with all neighbours as they stand.
    ///
    /// @param y scratch for [#ABREAST] columns
    void relax(int from, int to, double[] y) {
        relax(from, to, y, false);
    }

    private void relax(int from, int to, double[] y, boolean fromZero) {
        for (int column = from; column < to; column += ABREAST) {
            int end = Math.min(to, column + ABREAST);
            for (int n = column; n < end; n++) {
                int at = (n - column) * nz;
                load(n, y, at);
                receive(columns.start[n], fromZero ? higher[n] : columns.start[n + 1], y, at);
            }
            if (end == column + ABREAST) {
                solveAbreast(column, y);
            } else {
                for (int n = column; n < end; n++) {
                    solve(n, y, (n - column) * nz);
                }
            }
        }
    }

    private void load(int column, double[] y, int at) {
        float[] f = b;
        int o = column * nz;
        for (int k = 0; k < nz; k++) {
            y[at + k] = f[o + k];
        }
    }

    /// Adds what some neighbours send; up to four in one loop.
    private void receive(int from, int to, double[] y, int at) {
        int n = from;
        for (; n + 3 < to; n += 4) {
            receiveFour(n, y, at);
        }
        if (n + 1 < to) {
            receiveTwo(n, y, at);
            n += 2;
        }
        if (n < to) {
            receiveOne(n, y, at);
        }
    }

    private void receiveFour(int n, double[] y, int at) {
        float[] g = columns.g;
        float[] u = x;
        int[] neighbour = columns.neighbour;
        int[] link = columns.link;
        int l0 = link[n] * nz;
        int l1 = link[n + 1] * nz;
        int l2 = link[n + 2] * nz;
        int l3 = link[n + 3] * nz;
        int o0 = neighbour[n] * nz;
        int o1 = neighbour[n + 1] * nz;
        int o2 = neighbour[n + 2] * nz;
        int o3 = neighbour[n + 3] * nz;
        for (int k = 0; k < nz; k++) {
            y[at + k] += g[l0 + k] * u[o0 + k] + g[l1 + k] * u[o1 + k] + g[l2 + k] * u[o2 + k] + g[l3 + k] * u[o3 + k];
        }
    }

    private void receiveTwo(int n, double[] y, int at) {
        float[] g = columns.g;
        float[] u = x;
        int l0 = columns.link[n] * nz;
        int l1 = columns.link[n + 1] * nz;
        int o0 = columns.neighbour[n] * nz;
        int o1 = columns.neighbour[n + 1] * nz;
        for (int k = 0; k < nz; k++) {
            y[at + k] += g[l0 + k] * u[o0 + k] + g[l1 + k] * u[o1 + k];
        }
    }

    private void receiveOne(int n, double[] y, int at) {
        float[] g = columns.g;
        float[] u = x;
        int l0 = columns.link[n] * nz;
        int o0 = columns.neighbour[n] * nz;
        for (int k = 0; k < nz; k++) {
            y[at + k] += g[l0 + k] * u[o0 + k];
        }
    }

    private void solveAbreast(int column, double[] y) {
        float[] l = lower;
        float[] d = inversePivot;
        float[] u = x;
        int n = nz;
        int o0 = column * n;
        int o1 = o0 + n;
        int o2 = o1 + n;
        int o3 = o2 + n;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        for (int k = 0; k < n; k++) {
            y[k] = t0 = y[k] + l[o0 + k] * t0;
            y[n + k] = t1 = y[n + k] + l[o1 + k] * t1;
            y[2 * n + k] = t2 = y[2 * n + k] + l[o2 + k] * t2;
            y[3 * n + k] = t3 = y[3 * n + k] + l[o3 + k] * t3;
        }
        t0 = t1 = t2 = t3 = 0;
        for (int k = n - 1; k >= 0; k--) {
            // the first layer of the next column has no factor to a layer below: 0
            u[o0 + k] = (float) (t0 = y[k] * d[o0 + k] + l[o0 + k + 1] * t0);
            u[o1 + k] = (float) (t1 = y[n + k] * d[o1 + k] + l[o1 + k + 1] * t1);
            u[o2 + k] = (float) (t2 = y[2 * n + k] * d[o2 + k] + l[o2 + k + 1] * t2);
            u[o3 + k] = (float) (t3 = y[3 * n + k] * d[o3 + k] + l[o3 + k + 1] * t3);
        }
    }

    private void solve(int column, double[] y, int at) {
        int o = column * nz;
        double t = 0;
        for (int k = 0; k < nz; k++) {
            t = y[at + k] + lower[o + k] * t;
            y[at + k] = t;
        }
        t = 0;
        for (int k = nz - 1; k >= 0; k--) {
            t = y[at + k] * inversePivot[o + k] + lower[o + k + 1] * t;
            x[o + k] = (float) t;
        }
    }

    // ---- the operator

    /// v = A x for some columns.
    ///
    /// @return x · v over them
    double apply(int from, int to, float[] out, double[] y) {
        var net = columns;
        double dot = 0;
        for (int column = from; column < to; column++) {
            int o = column * nz;
            vertical(o, y);
            for (int n = net.start[column]; n < net.start[column + 1]; n++) {
                if (n + 1 < net.start[column + 1]) {
                    flowTwo(n++, o, y);
                } else {
                    flowOne(n, o, y);
                }
            }
            for (int k = 0; k < nz; k++) {
                out[o + k] = (float) y[k];
                dot += y[k] * x[o + k];
            }
        }
        return dot;
    }

    private void flowTwo(int n, int o, double[] y) {
        float[] g = columns.g;
        float[] u = x;
        int l0 = columns.link[n] * nz;
        int l1 = columns.link[n + 1] * nz;
        int o0 = columns.neighbour[n] * nz;
        int o1 = columns.neighbour[n + 1] * nz;
        for (int k = 0; k < nz; k++) {
            y[k] += g[l0 + k] * (u[o + k] - u[o0 + k]) + g[l1 + k] * (u[o + k] - u[o1 + k]);
        }
    }

    private void flowOne(int n, int o, double[] y) {
        float[] g = columns.g;
        float[] u = x;
        int l0 = columns.link[n] * nz;
        int o0 = columns.neighbour[n] * nz;
        for (int k = 0; k < nz; k++) {
            y[k] += g[l0 + k] * (u[o + k] - u[o0 + k]);
        }
    }

    private void vertical(int o, double[] y) {
        var net = columns;
        double below = 0;
        for (int k = 0; k < nz; k++) {
            double above = k + 1 < nz ? net.gz[o + k] * (x[o + k] - x[o + k + 1]) : 0;
            y[k] = net.sink[o + k] * x[o + k] + above - below;
            below = above;
        }
    }

    // ---- between two grids

    /// Sums what is left of the finest grid over its groups.
    void gather(Chessboard fine, float[] left, int from, int to) {
        for (int n = from; n < to; n++) {
            int column = byPlace[n];
            fine.gather(member, memberStart[column], memberStart[column + 1], left, b, column * nz);
        }
    }

    /// Sums what is left of a finer net over its groups. After a sweep through the colours from 0, what is left of a column
    /// is what its neighbours of higher number sent after it was solved.
    void gather(Net fine, int from, int to, double[] y) {
        for (int column = from; column < to; column++) {
            Arrays.fill(y, 0, nz, 0);
            for (int m = memberStart[column]; m < memberStart[column + 1]; m++) {
                fine.receive(fine.higher[member[m]], fine.columns.start[member[m] + 1], y, 0);
            }
            for (int k = 0; k < nz; k++) {
                b[column * nz + k] = (float) y[k];
            }
        }
    }

    /// Adds the correction of this net to some columns of a finer one.
    void prolong(Net fine, int from, int to) {
        for (int column = from; column < to; column++) {
            if (group[column] >= 0) {
                int o = column * nz;
                int p = group[column] * nz;
                for (int k = 0; k < nz; k++) {
                    fine.x[o + k] += x[p + k];
                }
            }
        }
    }
}
