// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// A net of columns along z: which columns touch, and how well they conduct to each other in each layer.
///
/// The finest net is the box itself; in a coarser one, columns that conduct well to each other are joined. That follows a
/// rail beside a slot, thin columns among wide ones, or the rim of a hole, without being told of any of them. Layers are
/// never joined. Values of a column or a link stand together, one for each layer.
final class Columns {

    final int count;
    final int nz;
    /// The neighbours of column c are at `start[c]` … `start[c + 1] − 1`, in rising order.
    final int[] start;
    final int[] neighbour;
    /// Number of the link to that neighbour.
    final int[] link;
    /// Conductance of each link, W/K.
    final float[] g;
    /// Conductance of each column to the layer above, W/K.
    final float[] gz;
    final float[] sink;
    /// Where a column stands, in columns of the box; only the angles between links are taken from it.
    final float[] x;
    final float[] y;

    private Columns(int nz, int[] start, int[] neighbour, int[] link, float[] x, float[] y) {
        this.nz = nz;
        this.start = start;
        this.neighbour = neighbour;
        this.link = link;
        this.x = x;
        this.y = y;
        count = x.length;
        g = new float[neighbour.length / 2 * nz];
        gz = new float[count * nz];
        sink = new float[count * nz];
    }

    int links() {
        return neighbour.length / 2;
    }

    /// Bytes of the arrays.
    long bytes() {
        return 4L * (start.length + neighbour.length + link.length + g.length + gz.length + sink.length + 2L * count);
    }

    // ---- the box

    /// The columns of a box. Only faces that conduct somewhere are links.
    static Columns of(SevenPoint a, Workers workers) {
        int plane = a.nx * a.ny;
        int[] east = new int[plane];
        int[] south = new int[plane];
        var net = ofBox(a, east, south, number(a.gy, a.nz, south, number(a.gx, a.nz, east, 0, workers), workers));
        int block = 512; // columns whose values for all layers stay in the cache
        workers.share(Math.ceilDiv(plane, block), (from, to, _) -> {
            for (int n = from; n < to; n++) {
                net.fill(a, east, south, n * block, Math.min(plane, (n + 1) * block));
            }
        });
        return net;
    }

    private static int number(double[] g, int nz, int[] links, int first, Workers workers) {
        int plane = links.length;
        workers.share(plane, (from, to, _) -> {
            for (int k = 0; k < nz; k++) {
                for (int c = from; c < to; c++) {
                    links[c] |= g[c + plane * k] > 0 ? 1 : 0;
                }
            }
        });
        int next = first;
        for (int c = 0; c < plane; c++) {
            links[c] = links[c] > 0 ? next++ : -1;
        }
        return next;
    }

    private static Columns ofBox(SevenPoint a, int[] east, int[] south, int links) {
        int plane = a.nx * a.ny;
        int[] start = new int[plane + 1];
        int[] neighbour = new int[2 * links];
        int[] link = new int[2 * links];
        float[] x = new float[plane];
        float[] y = new float[plane];
        for (int c = 0, end = 0; c < plane; c++) {
            x[c] = c % a.nx;
            y[c] = c / a.nx;
            int[] other = {c - a.nx, c - 1, c + 1, c + a.nx};
            int[] by = {c >= a.nx ? south[c - a.nx] : -1, c % a.nx > 0 ? east[c - 1] : -1, east[c], south[c]};
            for (int n = 0; n < 4; n++) {
                if (by[n] >= 0) {
                    neighbour[end] = other[n];
                    link[end++] = by[n];
                }
            }
            start[c + 1] = end;
        }
        return new Columns(a.nz, start, neighbour, link, x, y);
    }

    private void fill(SevenPoint a, int[] east, int[] south, int from, int to) {
        for (int k = 0; k < nz; k++) {
            int cell = a.nx * a.ny * k;
            for (int c = from; c < to; c++) {
                gz[c * nz + k] = (float) a.gz[cell + c];
                sink[c * nz + k] = (float) a.sink[cell + c];
                if (east[c] >= 0) {
                    g[east[c] * nz + k] = (float) a.gx[cell + c];
                }
                if (south[c] >= 0) {
                    g[south[c] * nz + k] = (float) a.gy[cell + c];
                }
            }
        }
    }

    // ---- the same net in another order

    /// This net with the columns renumbered.
    ///
    /// @param number new number of each column
    Columns renumbered(int[] number, Workers workers) {
        int[] newStart = new int[count + 1];
        for (int c = 0; c < count; c++) {
            newStart[number[c] + 1] = start[c + 1] - start[c];
        }
        Arrays.parallelPrefix(newStart, Integer::sum);
        var net = new Columns(
                nz, newStart, new int[neighbour.length], new int[link.length], new float[count], new float[count]);
        System.arraycopy(g, 0, net.g, 0, g.length);
        workers.share(count, (from, to, _) -> {
            for (int c = from; c < to; c++) {
                net.take(this, c, number);
            }
        });
        return net;
    }

    private void take(Columns old, int c, int[] number) {
        int to = number[c];
        x[to] = old.x[c];
        y[to] = old.y[c];
        System.arraycopy(old.gz, c * nz, gz, to * nz, nz);
        System.arraycopy(old.sink, c * nz, sink, to * nz, nz);
        for (int n = old.start[c]; n < old.start[c + 1]; n++) {
            insert(start[to], start[to] + n - old.start[c], number[old.neighbour[n]], old.link[n]);
        }
    }

    /// Puts a neighbour at its place into a rising list from `first` to `end` − 1.
    private void insert(int first, int end, int column, int l) {
        int at = end;
        for (; at > first && neighbour[at - 1] > column; at--) {
            neighbour[at] = neighbour[at - 1];
            link[at] = link[at - 1];
        }
        neighbour[at] = column;
        link[at] = l;
    }

    /// A colour for each column so that no two that touch have the same; the lowest that is free, 4 to 7 in all.
    int[] colours() {
        int[] colour = new int[count];
        for (int c = 0; c < count; c++) {
            long used = 0;
            for (int n = start[c]; n < start[c + 1] && neighbour[n] < c; n++) {
                used |= 1L << colour[neighbour[n]];
            }
            colour[c] = Long.numberOfTrailingZeros(~used);
        }
        return colour;
    }

    // ---- the next coarser net

    /// Joins the pairs.
    Columns joined(Pairs pairs, Workers workers) {
        int[] first = pairs.first();
        int[] second = pairs.second();
        int[] coarseLink = new int[links()];
        var net = topology(pairs, coarseLink);
        workers.share(net.count, (from, to, _) -> {
            for (int a = from; a < to; a++) {
                net.addColumn(this, first[a], a);
                net.addLinks(this, pairs, first[a], coarseLink);
                if (second[a] >= 0) {
                    net.addColumn(this, second[a], a);
                    net.addLinks(this, pairs, second[a], coarseLink);
                    net.x[a] /= 2;
                    net.y[a] /= 2;
                }
            }
        });
        return net;
    }

    /// Finds which groups touch; fills in the coarse link of each fine one, −1 inside a group.
    private Columns topology(Pairs pairs, int[] coarseLink) {
        int n = pairs.first().length;
        int[] start = new int[n + 1];
        int[] high = new int[links()];
        int[] low = new int[links()];
        int[] seen = new int[n];
        Arrays.fill(seen, -1);
        int found = 0;
        for (int a = 0; a < n; a++) {
            int begin = found;
            for (int c = pairs.first()[a]; c >= 0; c = c == pairs.first()[a] ? pairs.second()[a] : -1) {
                for (int at = this.start[c]; at < this.start[c + 1]; at++) {
                    int b = pairs.group()[neighbour[at]];
                    if (b > a && seen[b] < begin) {
                        seen[b] = found;
                        low[found] = a;
                        high[found++] = b;
                        start[a + 1]++;
                        start[b + 1]++;
                    }
                    if (b >= a) {
                        coarseLink[link[at]] = b > a ? seen[b] : -1;
                    }
                }
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        var net = new Columns(nz, start, new int[2 * found], new int[2 * found], new float[n], new float[n]);
        int[] end = Arrays.copyOf(start, n);
        for (int l = 0; l < found; l++) {
            net.insert(start[high[l]], end[high[l]]++, low[l], l);
            net.insert(start[low[l]], end[low[l]]++, high[l], l);
        }
        return net;
    }

    private void addColumn(Columns fine, int c, int to) {
        x[to] += fine.x[c];
        y[to] += fine.y[c];
        for (int k = 0; k < nz; k++) {
            gz[to * nz + k] += fine.gz[c * nz + k];
            sink[to * nz + k] += fine.sink[c * nz + k];
        }
    }

    /// Adds the links from one fine column to groups of higher number.
    private void addLinks(Columns fine, Pairs pairs, int c, int[] coarseLink) {
        for (int at = fine.start[c]; at < fine.start[c + 1]; at++) {
            int d = fine.neighbour[at];
            if (pairs.group()[d] > pairs.group()[c]) {
                int inC = pairs.linkOf(c);
                int inD = pairs.linkOf(d);
                float shareC = inC < 0 ? 0 : fine.share(c, d, pairs.partnerOf(c));
                float shareD = inD < 0 ? 0 : fine.share(d, c, pairs.partnerOf(d));
                int l = fine.link[at];
                addLink(fine.g, l, inC < 0 ? l : inC, shareC, inD < 0 ? l : inD, shareD, coarseLink[l] * nz);
            }
        }
    }

    /// What a link gives to a coarser one: itself in series with half of the link inside each pair, as far as that lies
    /// in the same direction (series and parallel as in a homogenised medium; this is what makes a correction that is
    /// constant over a pair as large as it should be). Never less than half of it, so that a column that is cut off from
    /// its partner does not hide the way around it, and a correction never overshoots more than twofold.
    private void addLink(float[] fine, int l, int inC, float shareC, int inD, float shareD, int to) {
        for (int k = 0; k < nz; k++) {
            float here = fine[l * nz + k];
            if (here > 0) {
                float resistance = 1 / here;
                resistance += shareC > 0 ? shareC / fine[inC * nz + k] : 0;
                resistance += shareD > 0 ? shareD / fine[inD * nz + k] : 0;
                g[to + k] += Math.max(1 / resistance, 0.5f * here);
            }
        }
    }

    /// Half the squared cosine between the link c–d and the link from c to its partner.
    private float share(int c, int d, int partner) {
        float ax = x[d] - x[c];
        float ay = y[d] - y[c];
        float bx = x[partner] - x[c];
        float by = y[partner] - y[c];
        float dot = ax * bx + ay * by;
        float cos2 = dot * dot / ((ax * ax + ay * ay) * (bx * bx + by * by));
        return cos2 > 0.01f ? 0.5f * cos2 : 0;
    }
}
