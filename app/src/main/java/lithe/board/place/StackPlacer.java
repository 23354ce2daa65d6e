// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import lithe.geometry.Rectangle;
import org.jspecify.annotations.Nullable;

/// Simulated annealing on coordinates over the faces of a stack: short wires and a low peak temperature.
///
/// A move that would overlap, stick out, touch a keep-out or be too tall for what it faces is refused, so every state is
/// legal. Moves: shift, turn, swap, jump to another place or face. One placer is one run; equal seeds give equal runs.
public final class StackPlacer {

    private static final double E = 1e-12;

    private final Problem problem;
    private final @Nullable HeatSum heat;
    private final double peakWeight;
    private final SplittableRandom random;
    private final int n;
    private final int[] face;
    private final double[] x;
    private final double[] y;
    private final boolean[] turned;
    private final int[][] netsOf;
    private final double[] netLength;
    private final Rectangle[] bounds;
    private final boolean[] plain;

    /// What a run found.
    ///
    /// @param placement the best placement
    /// @param wirelength its wirelength, m
    /// @param peak its highest rise at the blocks, K; 0 without an influence
    /// @param cost its cost
    public record Result(Placement placement, double wirelength, double peak, double cost) {}

    private StackPlacer(Problem problem, @Nullable Influence influence, double peakWeight, long seed) {
        this.problem = problem;
        this.peakWeight = peakWeight;
        heat = influence == null ? null : new HeatSum(influence, problem);
        random = new SplittableRandom(seed);
        n = problem.blocks().size();
        face = new int[n];
        x = new double[n];
        y = new double[n];
        turned = new boolean[n];
        netsOf = netsOf();
        netLength = new double[problem.nets().size()];
        bounds = problem.planes().stream().map(p -> p.usable().bounds()).toArray(Rectangle[]::new);
        plain = new boolean[bounds.length];
        for (int f = 0; f < bounds.length; f++) {
            var plane = problem.planes().get(f);
            plain[f] = plane.blocked().isEmpty()
                    && plane.usable().holes().isEmpty()
                    && Math.abs(plane.usable().area() - bounds[f].area()) < 1e-15;
        }
    }

    /// Places from scratch.
    ///
    /// @param problem the problem
    /// @param influence how tiles warm each other, or null to leave temperature out
    /// @param peakWeight cost of one kelvin of peak, in metres of wire
    /// @param moves how many moves to try
    /// @param seed seed
    /// @param progress told the share done, now and then
    /// @return the best placement found
    /// @throws IllegalArgumentException when no legal start is found
    public static Result place(
            Problem problem, @Nullable Influence influence, double peakWeight, long moves, long seed, DoubleConsumer progress) {
        var placer = new StackPlacer(problem, influence, peakWeight, seed);
        placer.start();
        return placer.anneal(moves, 0.1, 2e-5, progress);
    }

    /// Improves a legal placement, keeping what is locked.
    ///
    /// @param problem the problem
    /// @param from legal placement to start from
    /// @param influence how tiles warm each other, or null to leave temperature out
    /// @param peakWeight cost of one kelvin of peak, in metres of wire
    /// @param moves how many moves to try
    /// @param seed seed
    /// @param progress told the share done, now and then
    /// @return the best placement found, at least as good as the start
    public static Result improve(
            Problem problem,
            Placement from,
            @Nullable Influence influence,
            double peakWeight,
            long moves,
            long seed,
            DoubleConsumer progress) {
        var placer = new StackPlacer(problem, influence, peakWeight, seed);
        placer.take(from);
        return placer.anneal(moves, 0.003, 1e-5, progress);
    }

    private Result anneal(long moves, double hot, double cold, DoubleConsumer progress) {
        double wire = allNets();
        double peak = peakFromScratch();
        double cost = wire + peakWeight * peak;
        double scale = Math.max(cost, 1e-9);
        var best = new Result(snapshot(), wire, peak, cost);
        double cooling = Math.log(cold / hot);
        double[] old = new double[6];
        int[] oldFace = new int[2];
        for (long m = 0; m < moves; m++) {
            double done = (double) m / moves;
            double temperature = scale * hot * Math.exp(cooling * done);
            if ((m & 0xfff) == 0) {
                progress.accept(done);
            }
            int a = random.nextInt(n);
            int b = -1;
            save(a, 0, old, oldFace);
            int kind = random.nextInt(20);
            if (kind < 2) {
                b = random.nextInt(n);
                save(b, 1, old, oldFace);
                swap(a, b);
            } else {
                propose(a, kind, Math.exp(-4 * done));
            }
            boolean looked = false;
            boolean legal = free(a) && fits(a) && (b < 0 || b != a && free(b) && fits(b));
            if (legal) {
                // Metropolis' rule, drawn first: wire alone often exceeds the limit and saves the look at temperature
                double limit = cost - temperature * Math.log(1 - random.nextDouble());
                double newWire = wire + netsAround(a, b);
                looked = newWire <= limit;
                double newPeak = looked ? moved(a, b, peak) : peak;
                double next = newWire + peakWeight * newPeak;
                if (looked && next <= limit) {
                    wire = newWire;
                    peak = newPeak;
                    cost = next;
                    if (cost < best.cost() - 1e-12) {
                        best = new Result(snapshot(), wire, peak, cost);
                    }
                    continue;
                }
            }
            restore(a, 0, old, oldFace);
            if (b >= 0 && b != a) {
                restore(b, 1, old, oldFace);
            }
            if (legal) {
                netsAround(a, b);
            }
            if (looked) {
                moved(a, b, peak);
            }
        }
        progress.accept(1);
        take(best.placement());
        return new Result(best.placement(), allNets(), peakFromScratch(), best.cost());
    }

    private void propose(int a, int kind, double reach) {
        var block = problem.blocks().get(a);
        if (kind < 4 && block.turnable()) {
            double cx = x[a] + width(a) / 2;
            double cy = y[a] + height(a) / 2;
            turned[a] ^= true;
            x[a] = cx - width(a) / 2;
            y[a] = cy - height(a) / 2;
        } else if (kind < 7) {
            anywhere(a);
        } else if (kind < 12) {
            besidePartner(a);
        } else {
            var r = bounds[face[a]];
            x[a] += (random.nextDouble() - 0.5) * r.width() * reach;
            y[a] += (random.nextDouble() - 0.5) * r.height() * reach;
            toRim(a);
        }
    }

    private void anywhere(int a) {
        var block = problem.blocks().get(a);
        var faces = block.faces();
        int pick = random.nextInt(faces.size());
        int i = 0;
        for (int f = 0; f < bounds.length; f++) {
            if (faces.contains(f) && i++ == pick) {
                face[a] = f;
            }
        }
        turned[a] = block.turnable() && random.nextBoolean();
        var r = bounds[face[a]];
        x[a] = r.x() + random.nextDouble() * Math.max(r.width() - width(a), 0);
        y[a] = r.y() + random.nextDouble() * Math.max(r.height() - height(a), 0);
        toRim(a);
    }

    /// Puts a block against the side of another it shares a net with, at the gap both ask for.
    private void besidePartner(int a) {
        int[] nets = netsOf[a];
        if (nets.length == 0) {
            anywhere(a);
            return;
        }
        int[] partners = problem.nets().get(nets[random.nextInt(nets.length)]).blocks();
        int p = partners[random.nextInt(partners.length)];
        int at = face[p];
        if (p == a || !problem.blocks().get(a).faces().contains(at)) {
            anywhere(a);
            return;
        }
        face[a] = at;
        double gap = (problem.blocks().get(a).gap() + problem.blocks().get(p).gap()) / 2 + E;
        double along = random.nextDouble();
        switch (random.nextInt(4)) {
            case 0 -> set(a, x[p] + width(p) + gap, y[p] + along * (height(p) - height(a)));
            case 1 -> set(a, x[p] - gap - width(a), y[p] + along * (height(p) - height(a)));
            case 2 -> set(a, x[p] + along * (width(p) - width(a)), y[p] + height(p) + gap);
            default -> set(a, x[p] + along * (width(p) - width(a)), y[p] - gap - height(a));
        }
        toRim(a);
    }

    private void set(int a, double px, double py) {
        x[a] = px;
        y[a] = py;
    }

    /// Pushes what must stand at the rim to its nearest side.
    private void toRim(int a) {
        if (!problem.blocks().get(a).edge()) {
            return;
        }
        var r = bounds[face[a]];
        double left = x[a] - r.x();
        double right = r.right() - x[a] - width(a);
        double top = y[a] - r.y();
        double bottom = r.bottom() - y[a] - height(a);
        double least = Math.min(Math.min(left, right), Math.min(top, bottom));
        if (least == left) {
            x[a] = r.x();
        } else if (least == right) {
            x[a] = r.right() - width(a);
        } else if (least == top) {
            y[a] = r.y();
        } else {
            y[a] = r.bottom() - height(a);
        }
    }

    private void swap(int a, int b) {
        double ax = x[a] + width(a) / 2;
        double ay = y[a] + height(a) / 2;
        double bx = x[b] + width(b) / 2;
        double by = y[b] + height(b) / 2;
        int f = face[a];
        face[a] = face[b];
        face[b] = f;
        x[a] = bx - width(a) / 2;
        y[a] = by - height(a) / 2;
        x[b] = ax - width(b) / 2;
        y[b] = ay - height(b) / 2;
        toRim(a);
        toRim(b);
    }

    private void save(int a, int at, double[] old, int[] oldFace) {
        old[3 * at] = x[a];
        old[3 * at + 1] = y[a];
        old[3 * at + 2] = turned[a] ? 1 : 0;
        oldFace[at] = face[a];
    }

    private void restore(int a, int at, double[] old, int[] oldFace) {
        x[a] = old[3 * at];
        y[a] = old[3 * at + 1];
        turned[a] = old[3 * at + 2] == 1;
        face[a] = oldFace[at];
    }

    private double width(int a) {
        var b = problem.blocks().get(a);
        return turned[a] ? b.height() : b.width();
    }

    private double height(int a) {
        var b = problem.blocks().get(a);
        return turned[a] ? b.width() : b.height();
    }

    /// Whether a block may stand where it does as far as the face decides.
    private boolean fits(int a) {
        var block = problem.blocks().get(a);
        var plane = problem.planes().get(face[a]);
        if (block.fixed() != null || !block.faces().contains(face[a]) || block.tall() > plane.heightLimit()) {
            return false;
        }
        var r = bounds[face[a]];
        if (x[a] < r.x() || y[a] < r.y() || x[a] + width(a) > r.right() || y[a] + height(a) > r.bottom()) {
            return false;
        }
        return plain[face[a]] || plane.allows(new Rectangle(x[a], y[a], width(a), height(a)));
    }

    /// Whether a block keeps its distance from all others and fits under what it faces.
    private boolean free(int a) {
        var block = problem.blocks().get(a);
        var plane = problem.planes().get(face[a]);
        double w = width(a);
        double h = height(a);
        for (int b = 0; b < n; b++) {
            if (b == a || face[b] != face[a] && face[b] != plane.facing()) {
                continue;
            }
            var other = problem.blocks().get(b);
            boolean same = face[b] == face[a];
            if (!same && block.tall() + other.tall() <= plane.sharedHeight()) {
                continue;
            }
            double gap = same ? (block.gap() + other.gap()) / 2 : 0;
            if (x[a] < x[b] + width(b) + gap && x[b] < x[a] + w + gap && y[a] < y[b] + height(b) + gap && y[b] < y[a] + h + gap) {
                return false;
            }
        }
        return true;
    }

    private double netsAround(int a, int b) {
        double change = 0;
        for (int net : netsOf[a]) {
            change += refresh(net);
        }
        if (b >= 0) {
            for (int net : netsOf[b]) {
                change += refresh(net);
            }
        }
        return change;
    }

    private double allNets() {
        double sum = 0;
        for (int net = 0; net < netLength.length; net++) {
            refresh(net);
            sum += netLength[net];
        }
        return sum;
    }

    private double refresh(int index) {
        var net = problem.nets().get(index);
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        long boards = 0;
        for (int b : net.blocks()) {
            double cx = x[b] + width(b) / 2;
            double cy = y[b] + height(b) / 2;
            x0 = Math.min(x0, cx);
            x1 = Math.max(x1, cx);
            y0 = Math.min(y0, cy);
            y1 = Math.max(y1, cy);
            boards |= 1L << problem.planes().get(face[b]).board();
        }
        for (int i = 0; i < net.padX().length; i++) {
            x0 = Math.min(x0, net.padX()[i]);
            x1 = Math.max(x1, net.padX()[i]);
            y0 = Math.min(y0, net.padY()[i]);
            y1 = Math.max(y1, net.padY()[i]);
        }
        double old = netLength[index];
        int changes = Math.max(Long.bitCount(boards) - 1, 0);
        netLength[index] = net.weight() * (x1 - x0 + y1 - y0 + changes * problem.boardChange());
        return netLength[index] - old;
    }

    private double moved(int a, int b, double peak) {
        if (heat == null || peakWeight == 0) {
            return peak;
        }
        boolean warmA = heat.warm(a);
        boolean warmB = b >= 0 && heat.warm(b);
        if (!warmA && !warmB) {
            return peak;
        }
        if (warmA) {
            put(heat, a);
        }
        if (warmB) {
            put(heat, b);
        }
        if (warmA) {
            heat.refresh(a);
        }
        if (warmB) {
            heat.refresh(b);
        }
        return heat.peak();
    }

    private double peakFromScratch() {
        if (heat == null) {
            return 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int a = 0; a < n; a++) {
                if (heat.warm(a) && pass == 0) {
                    put(heat, a);
                } else if (heat.warm(a)) {
                    heat.refresh(a);
                }
            }
        }
        return heat.peak();
    }

    private void put(HeatSum sum, int a) {
        sum.put(a, problem.planes().get(face[a]).board(), x[a], y[a], width(a), height(a));
    }

    private Placement snapshot() {
        return new Placement(face, x, y, turned);
    }

    private void take(Placement from) {
        System.arraycopy(from.face(), 0, face, 0, n);
        System.arraycopy(from.x(), 0, x, 0, n);
        System.arraycopy(from.y(), 0, y, 0, n);
        System.arraycopy(from.turned(), 0, turned, 0, n);
    }

    /// Locked blocks first, then the largest, each at a random free place; starts over when stuck.
    private void start() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        order.sort((a, b) -> {
            var p = problem.blocks().get(a);
            var q = problem.blocks().get(b);
            int locked = Boolean.compare(q.fixed() != null, p.fixed() != null);
            return locked != 0 ? locked : Double.compare(q.width() * q.height(), p.width() * p.height());
        });
        for (int attempt = 0; attempt < 200; attempt++) {
            if (tryStart(order)) {
                return;
            }
        }
        throw new IllegalArgumentException("no legal start found for %d blocks on %d faces; the faces are too full or the limits too tight"
                .formatted(n, bounds.length));
    }

    private boolean tryStart(List<Integer> order) {
        Arrays.fill(face, -2);
        for (int a : order) {
            var fixed = problem.blocks().get(a).fixed();
            if (fixed != null) {
                face[a] = fixed.face();
                x[a] = fixed.x();
                y[a] = fixed.y();
                turned[a] = fixed.turned();
                continue;
            }
            boolean done = false;
            for (int i = 0; i < 2000 && !done; i++) {
                anywhere(a);
                done = fits(a) && free(a);
            }
            if (!done) {
                return false;
            }
        }
        return true;
    }

    private int[][] netsOf() {
        List<List<Integer>> of = new ArrayList<>();
        for (int i = 0; i < problem.blocks().size(); i++) {
            of.add(new ArrayList<>());
        }
        for (int net = 0; net < problem.nets().size(); net++) {
            for (int b : problem.nets().get(net).blocks()) {
                if (!of.get(b).contains(net)) {
                    of.get(b).add(net);
                }
            }
        }
        return of.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
