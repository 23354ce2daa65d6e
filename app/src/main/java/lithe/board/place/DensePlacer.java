// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import lithe.geometry.Rectangle;

/// Places a thousand parts and more on the faces of a sandwich where hardly any room is left.
///
/// Small parts are first set in rows beside their chip; these clusters are packed on all faces at once by annealing on a
/// [Forest]; the small parts left over go into what stayed free, nearest to their chip. Works on faces that are
/// rectangles with rectangular keep-outs; locked blocks count as keep-outs.
public final class DensePlacer {

    private static final double OUTSIDE = 3;
    /// Weight of the height the clusters take; a little of it leaves room in one piece, too much leaves it far from its
    /// chip. Tried in turn.
    private static final double[] SQUEEZE = {0, 0.1, 0.05, 0.15};
    private static final double SMALL = 1.3e-6; // m², cell area below which a block may join a chip

    private final Problem problem;
    private final int[] owner;
    private final double[] w;
    private final double[] h;
    private final Rectangle[] rim;
    private final double[][] obstacles;
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<Integer> loose = new ArrayList<>();
    private int[] clusterOf = new int[0];
    private double squeeze;

    private DensePlacer(Problem problem, int[] owner) {
        this.problem = problem;
        this.owner = owner;
        int n = problem.blocks().size();
        w = new double[n];
        h = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = problem.blocks().get(i).width() + problem.blocks().get(i).gap();
            h[i] = problem.blocks().get(i).height() + problem.blocks().get(i).gap();
        }
        // half a gap belongs to each cell, so the outermost parts reach the rim
        double gap = problem.blocks().stream().mapToDouble(Block::gap).min().orElse(0);
        rim = problem.planes().stream()
                .map(p -> p.usable().bounds().grown(gap / 2))
                .toArray(Rectangle[]::new);
        obstacles = new double[rim.length][];
        for (int f = 0; f < rim.length; f++) {
            obstacles[f] = obstacles(f);
        }
    }

    /// Places all blocks.
    ///
    /// @param problem blocks with one gap for all, rectangular faces
    /// @param owner index of the chip each small block belongs to, or -1
    /// @param moves how many moves to try in each of up to four attempts
    /// @param seed seed
    /// @param progress told the share done, now and then
    /// @return the placement and the blocks that found no place
    public static Result place(Problem problem, int[] owner, long moves, long seed, DoubleConsumer progress) {
        var best = attempt(problem, owner, 0, moves, seed, progress);
        for (int i = 1; i < SQUEEZE.length && !best.unplaced().isEmpty(); i++) {
            var next = attempt(problem, owner, i, moves, seed + i, progress);
            best = next.unplaced().size() < best.unplaced().size() ? next : best;
        }
        return best;
    }

    private static Result attempt(
            Problem problem, int[] owner, int index, long moves, long seed, DoubleConsumer progress) {
        var placer = new DensePlacer(problem, owner);
        placer.squeeze = SQUEEZE[index];
        placer.cluster();
        return placer.fill(placer.anneal(moves, seed, progress));
    }

    /// What a run found.
    ///
    /// @param placement where everything stands
    /// @param unplaced blocks without a place, or on a face that overflows; legal only when empty
    public record Result(Placement placement, List<Integer> unplaced) {}

    private double[] obstacles(int f) {
        List<double[]> all = new ArrayList<>();
        for (var keepOut : problem.planes().get(f).blocked()) {
            all.add(new double[] {keepOut.x(), keepOut.right(), keepOut.y(), keepOut.bottom()});
        }
        for (int i = 0; i < w.length; i++) {
            var spot = problem.blocks().get(i).fixed();
            if (spot != null && spot.face() == f) {
                double g = problem.blocks().get(i).gap() / 2;
                double bw = spot.turned() ? h[i] : w[i];
                double bh = spot.turned() ? w[i] : h[i];
                all.add(new double[] {spot.x() - g, spot.x() - g + bw, spot.y() - g, spot.y() - g + bh});
            }
        }
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private void cluster() {
        Map<Integer, List<Integer>> own = new HashMap<>();
        List<Integer> chips = new ArrayList<>();
        for (int i = 0; i < w.length; i++) {
            if (problem.blocks().get(i).fixed() != null) {
                continue;
            }
            if (w[i] * h[i] > SMALL) {
                chips.add(i);
            } else {
                own.computeIfAbsent(chipOf(i), k -> new ArrayList<>()).add(i);
            }
        }
        for (int chip : chips) {
            var small = own.getOrDefault(chip, new ArrayList<>());
            own.remove(chip);
            clusters.add(new Cluster(chip, small, w, h));
            loose.addAll(small);
        }
        own.values().forEach(loose::addAll);
        clusterOf = new int[w.length];
        Arrays.fill(clusterOf, -1);
        for (int c = 0; c < clusters.size(); c++) {
            for (int member : clusters.get(c).members) {
                clusterOf[member] = c;
            }
        }
    }

    /// A small part of a small module belongs to the module's chip.
    private int chipOf(int i) {
        int chip = owner[i];
        return chip >= 0 && w[chip] * h[chip] <= SMALL && owner[chip] >= 0 ? owner[chip] : chip;
    }

    private Forest anneal(long moves, long seed, DoubleConsumer progress) {
        var random = new SplittableRandom(seed);
        int n = clusters.size();
        double[] cw = clusters.stream().mapToDouble(c -> c.width).toArray();
        double[] ch = clusters.stream().mapToDouble(c -> c.height).toArray();
        double[] tall = clusters.stream()
                .mapToDouble(c -> c.members.stream().mapToDouble(m -> problem.blocks().get(m).tall()).max().orElse(0))
                .toArray();
        boolean[][] allowed = new boolean[n][rim.length];
        for (int c = 0; c < n; c++) {
            for (int f = 0; f < rim.length; f++) {
                int face = f;
                allowed[c][f] = tall[c] <= problem.planes().get(f).heightLimit()
                        && clusters.get(c).members.stream().allMatch(m -> problem.blocks().get(m).faces().contains(face));
            }
        }
        var facing = facing(tall);
        var relative = relativeObstacles();
        int[][] order = deal(cw, ch, allowed, random);
        var tree = new Forest(cw, ch, order, relative, facing);
        var saved = new Forest(cw, ch, order, relative, facing);
        var best = new Forest(cw, ch, order, relative, facing);
        tree.pack();
        var goal = new Dense(allowed, Math.max(wire(tree), 1e-9));
        new Annealing(moves, 0.02, 2e-5, 1024).run(tree, saved, best, goal, random, progress);
        return best;
    }

    /// Wire over its first value, what sticks out, and how full the faces are; clusters on allowed faces only.
    private final class Dense implements Annealing.Goal {
        private final boolean[][] allowed;
        private final double wireScale;

        Dense(boolean[][] allowed, double wireScale) {
            this.allowed = allowed;
            this.wireScale = wireScale;
        }

        @Override
        public double cost(Forest tree) {
            return legal(tree) ? DensePlacer.this.cost(tree, wireScale) : Double.POSITIVE_INFINITY;
        }

        @Override
        public boolean legal(Forest tree) {
            for (int c = 0; c < tree.n; c++) {
                if (!allowed[c][tree.face[c]]) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The larger of two facing faces' indices looks at the smaller, which is packed before it.
    private Forest.Facing facing(double[] tall) {
        int[] before = new int[rim.length];
        double[] shared = new double[rim.length];
        for (int f = 0; f < rim.length; f++) {
            int other = problem.planes().get(f).facing();
            before[f] = other >= 0 && other < f ? other : Forest.NONE;
            shared[f] = problem.planes().get(f).sharedHeight();
        }
        double least = Arrays.stream(shared).min().orElse(Double.POSITIVE_INFINITY);
        double[] dx = Arrays.stream(rim).mapToDouble(Rectangle::x).toArray();
        for (int f = 0; f < rim.length; f++) {
            if (before[f] != Forest.NONE && (dx[f] != dx[before[f]] || rim[f].y() != rim[before[f]].y())) {
                throw new IllegalArgumentException("facing faces %s and %s must have the same usable area"
                        .formatted(problem.planes().get(f).name(), problem.planes().get(before[f]).name()));
            }
        }
        return new Forest.Facing() {
            @Override
            public int of(int face) {
                return before[face];
            }

            @Override
            public boolean clash(int a, int b) {
                return tall[a] + tall[b] > least;
            }
        };
    }

    private double[][] relativeObstacles() {
        double[][] relative = new double[rim.length][];
        for (int f = 0; f < rim.length; f++) {
            relative[f] = obstacles[f].clone();
            for (int i = 0; i < relative[f].length; i++) {
                relative[f][i] -= i % 4 < 2 ? rim[f].x() : rim[f].y();
            }
        }
        return relative;
    }

    /// Deals clusters to faces, the largest first, each to the allowed face with most room left.
    private int[][] deal(double[] cw, double[] ch, boolean[][] allowed, SplittableRandom random) {
        List<List<Integer>> on = new ArrayList<>();
        double[] room = new double[rim.length];
        for (int f = 0; f < rim.length; f++) {
            on.add(new ArrayList<>());
            room[f] = rim[f].area();
        }
        Integer[] order = new Integer[cw.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(cw[b] * ch[b], cw[a] * ch[a]));
        for (int c : order) {
            int best = -1;
            for (int f = 0; f < rim.length; f++) {
                if (allowed[c][f] && (best < 0 || room[f] > room[best])) {
                    best = f;
                }
            }
            if (best < 0) {
                throw new IllegalArgumentException("%s is too tall for every face it may stand on"
                        .formatted(problem.blocks().get(clusters.get(c).chip).name()));
            }
            on.get(best).add(random.nextInt(on.get(best).size() + 1), c);
            room[best] -= cw[c] * ch[c];
        }
        return on.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private double cost(Forest tree, double wireScale) {
        double out = 0;
        for (int f = 0; f < rim.length; f++) {
            out += Math.max(0, tree.width[f] / rim[f].width() - 1) + Math.max(0, tree.height[f] / rim[f].height() - 1);
        }
        double full = 0;
        for (int f = 0; f < rim.length; f++) {
            full += tree.height[f] / rim[f].height();
        }
        return 0.3 * wire(tree) / wireScale + OUTSIDE * out + squeeze * full;
    }

    private double wire(Forest tree) {
        double sum = 0;
        for (var net : problem.nets()) {
            double x0 = Double.POSITIVE_INFINITY;
            double x1 = Double.NEGATIVE_INFINITY;
            double y0 = Double.POSITIVE_INFINITY;
            double y1 = Double.NEGATIVE_INFINITY;
            long boards = 0;
            int pins = 0;
            for (int b : net.blocks()) {
                int c = clusterOf[b];
                if (c < 0) {
                    continue;
                }
                int f = tree.face[c];
                double cx = rim[f].x() + tree.centreX[c];
                double cy = rim[f].y() + tree.centreY[c];
                x0 = Math.min(x0, cx);
                x1 = Math.max(x1, cx);
                y0 = Math.min(y0, cy);
                y1 = Math.max(y1, cy);
                boards |= 1L << problem.planes().get(f).board();
                pins++;
            }
            if (pins > 1) {
                sum += net.weight() * (x1 - x0 + y1 - y0 + (Long.bitCount(boards) - 1) * problem.boardChange());
            }
        }
        return sum;
    }

    private Result fill(Forest forest) {
        int n = w.length;
        int[] face = new int[n];
        double[] x = new double[n];
        double[] y = new double[n];
        boolean[] turned = new boolean[n];
        var fillers = new Filler[rim.length];
        for (int f = 0; f < rim.length; f++) {
            fillers[f] = new Filler(rim[f], obstacles[f]);
        }
        for (int i = 0; i < n; i++) {
            var spot = problem.blocks().get(i).fixed();
            if (spot != null) {
                face[i] = spot.face();
                x[i] = spot.x();
                y[i] = spot.y();
                turned[i] = spot.turned();
            }
        }
        for (int c = 0; c < clusters.size(); c++) {
            var cluster = clusters.get(c);
            int f = forest.face[c];
            for (int k = 0; k < cluster.members.size(); k++) {
                int i = cluster.members.get(k);
                double px = cluster.at.get(k)[0];
                double py = cluster.at.get(k)[1];
                boolean flip = forest.turned[c];
                face[i] = f;
                turned[i] = cluster.turned.get(k) ^ flip;
                x[i] = rim[f].x() + forest.x[c] + (flip ? py : px);
                y[i] = rim[f].y() + forest.y[c] + (flip ? px : py);
                fillers[f].take(x[i], y[i], turned[i] ? h[i] : w[i], turned[i] ? w[i] : h[i]);
            }
        }
        var unplaced = new Leftovers(problem, w, h, fillers, this::chipOf).place(loose, face, x, y, turned);
        for (int i = 0; i < n; i++) {
            int c = clusterOf[i];
            if (c >= 0 && (forest.width[forest.face[c]] > rim[forest.face[c]].width() || forest.height[forest.face[c]] > rim[forest.face[c]].height())) {
                unplaced.add(i);
            }
        }
        for (int i = 0; i < n; i++) {
            if (problem.blocks().get(i).fixed() == null) {
                x[i] += problem.blocks().get(i).gap() / 2;
                y[i] += problem.blocks().get(i).gap() / 2;
            }
        }
        return new Result(new Placement(face, x, y, turned), unplaced);
    }
}
