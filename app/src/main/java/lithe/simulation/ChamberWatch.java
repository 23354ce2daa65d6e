// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lithe.chamber.Design;
import lithe.chamber.Limit;
import lithe.chamber.Limits;
import lithe.chamber.Mask;
import lithe.chamber.Meniscus;
import lithe.chamber.Shape;
import lithe.chamber.Tilt;
import lithe.chamber.Uses;
import lithe.chamber.VaporChamber;
import lithe.chamber.Water;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.thermal.ChamberField;
import lithe.thermal.Heat;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;

/// Reads a phone's vapor chamber at each moment: how far is its wick from drying out, and what limits it?
///
/// Temperatures and flows come from the phone's own solution, summed onto even cells of 1 mm; liquid pressure is solved on
/// those. Every moment is judged in three tilts (flat, upright, upside down), because a phone is turned while it is hot.
/// In the tilt of the workload's posture, wick beyond its limit falls dry as fast as its water evaporates, and no longer
/// cools the wall; it is wetted again once its use falls a tenth below the limit.
final class ChamberWatch {

    private static final double CELL = 1e-3;
    private static final List<Tilt> TILTS = List.of(Tilt.FLAT, Tilt.UPRIGHT, Tilt.UPSIDE_DOWN);

    /// A dry place is wetted again below this use (estimate: menisci recede later than they advance).
    private static final double REWET = 0.9;
    /// A front of gas is moved once this share of the chamber's area has changed.
    private static final double FRONT = 0.005;
    /// Share of the sonic limit from which inertia matters.
    private static final double INERTIA = 0.3;

    private final String part;
    private final Heat heat;
    private final Tilt own;
    private final VaporChamber chamber;
    private final Mask mask;
    private final Meniscus meniscus;
    private final double[] wet;
    private Uses worst = new Uses(0, 0, 0, 0, 0);
    private double worstTime;
    private double worstHeat = Double.NaN;
    private String worstTilt = "";
    private Limit nearest = Limit.CAPILLARY;

    /// Most use of each limit so far, and when.
    private final Map<Limit, Double> most = new EnumMap<>(Limit.class);
    private final Map<Limit, Double> when = new EnumMap<>(Limit.class);
    private @Nullable ChamberMoment worstMoment;
    /// Share of each cell that gas leaves open.
    private double[] open;
    private double[] vapor = new double[0];
    /// Air pressure, Pa.
    private final double outside;
    /// Most use of the lid so far.
    private double lid;

    private Meniscus.State ownState =
            new Meniscus.State(new double[0], new double[0], new double[0], new double[0], worst, 0);
    private double[] evaporation = new double[0];
    private double lastTime;

    private ChamberWatch(Part part, VaporChamber chamber, Heat heat, Workload workload) {
        this.part = part.name();
        this.heat = heat;
        outside = workload.pressure();
        own = tilt(workload.boundary().name());
        this.chamber = chamber;
        mask = Mask.of(part.boxes().stream().map(ChamberWatch::shape).toList(), CELL);
        meniscus = new Meniscus(chamber, mask, 1);
        wet = new double[mask.cells()];
        Arrays.fill(wet, 1);
        open = wet.clone();
        if (chamber.gas() > 0) {
            tellOpen();
        }
        heat.dry(this.part, new boolean[heat.grid().nx() * heat.grid().ny()]);
    }

    private static Tilt tilt(String posture) {
        return switch (posture) {
            case "table", "wooden-table", "cradle", "free-flat" -> Tilt.FLAT;
            case "hand-landscape-game", "car-mount-sun" -> Tilt.LEFT_UP;
            default -> Tilt.UPRIGHT;
        };
    }

    private static Shape shape(Box box) {
        return Shape.rectangle(box.x0(), box.y0(), box.x1() - box.x0(), box.y1() - box.y0());
    }

    /// Returns a watch for each chamber of a phone, all wet.
    static List<ChamberWatch> of(Device phone, Heat heat, Workload workload) {
        var watches = new ArrayList<ChamberWatch>();
        for (Part part : phone.parts()) {
            if (part.filling() instanceof Filling.Chamber(VaporChamber chamber, _)) {
                watches.add(new ChamberWatch(part, chamber, heat, workload));
            }
        }
        return watches;
    }

    /// Returns the readings of a moment by result id; the highest over several chambers is kept by the caller.
    Map<String, Double> at(double time, Temperatures now) {
        var field = now.chamber(part);
        vapor = spread(field, field.vapor(), true);
        double[] in = spread(field, field.evaporation(), false);
        double[] out = spread(field, field.condensation(), false), flux = spread(field, field.flux(), true);
        Map<String, Double> read = new LinkedHashMap<>();
        thermal(field, read);
        double highest = 0;
        var moment = meniscus.at(vapor, in, out, flux, wet);
        ownState = moment.in(own);
        evaporation = in;
        for (Tilt tilt : TILTS) {
            var state = moment.in(tilt);
            double use = state.uses().capillary();
            read.put("chamber.capillary.use." + tilt.name().replace(' ', '-'), use);
            read.merge("chamber.viscous.use", state.uses().viscous(), Math::max);
            read.merge("chamber.boiling.use", state.uses().boiling(), Math::max);
            read.merge("chamber.sonic.use", state.uses().sonic(), Math::max);
            read.merge("chamber.entrainment.use", state.uses().entrainment(), Math::max);
            note(time, state.uses());
            if (use > highest) {
                highest = use;
                read.put("chamber.heat.max", limit(state.carried(), use, in, vapor, tilt));
                read.put("chamber.heat", state.carried());
            }
            if (use > worst.capillary()) {
                worst = state.uses();
                worstTime = time;
                worstHeat = limit(state.carried(), use, in, vapor, tilt);
                worstTilt = tilt.name();
                nearest = state.uses().nearest();
                worstMoment = new ChamberMoment(
                        part, worstTilt, time, mask, vapor, state.vaporPressure(), state.liquidPressure(), state.use(),
                        wet.clone(), open.clone(), worst);
            }
        }
        read.put("chamber.capillary.use", highest);
        if (chamber.pillars().fraction() > 0) {
            lid = Math.max(lid, Design.lidUse(chamber, outside - lowest(ownState.vaporPressure())));
            read.put("chamber.lid.use", lid);
        }
        if (chamber.gas() > 0) {
            read.put("chamber.gas.area", blockedArea(open));
        }
        read.put("chamber.dry.area", dryArea());
        return read;
    }

    private void note(double time, Uses uses) {
        for (Limit limit : Limit.values()) {
            if (uses.of(limit) > most.getOrDefault(limit, 0.0)) {
                most.put(limit, uses.of(limit));
                when.put(limit, time);
            }
        }
    }

    private double lowest(double[] pressure) {
        double low = Double.MAX_VALUE;
        for (int c = 0; c < pressure.length; c++) {
            low = mask.area()[c] > 0 ? Math.min(low, pressure[c]) : low;
        }
        return low;
    }

    private double dryArea() {
        double dry = 0;
        for (int c = 0; c < wet.length; c++) {
            dry += (1 - wet[c]) * mask.area()[c];
        }
        return dry;
    }

    /// Lets the wick fall dry or wet again after a step.
    ///
    /// As [#at] saw the chamber last.
    ///
    /// @param time end of the step, s; infinite for a steady state, where half of what is beyond its limit goes at once
    /// @return whether anything changed
    boolean follow(double time) {
        var state = ownState;
        double[] in = evaporation;
        double step = time - lastTime;
        lastTime = Double.isInfinite(time) ? 0 : time;
        boolean changed = false;
        for (int c = 0; c < wet.length; c++) {
            if (wet[c] == 0 && state.use()[c] < REWET) {
                wet[c] = 1;
                changed = true;
            }
        }
        Integer[] beyond = IntStream.range(0, wet.length)
                .filter(c -> state.evaporating()[c] > 1)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -state.evaporating()[c]))
                .toArray(Integer[]::new);
        double heat = Arrays.stream(beyond).mapToDouble(c -> in[c]).sum();
        double share = Double.isInfinite(step) ? 0.5 : Math.clamp(step * heat / held(beyond), 0, 1);
        int count = (int) Math.ceil(share * beyond.length);
        for (int k = 0; k < count; k++) {
            wet[beyond[k]] = 0;
            changed = true;
        }
        if (changed) {
            tell();
        }
        return chamber.gas() > 0 && blocks() || changed;
    }

    /// Lets the gas gather at the coldest place, as [lithe.chamber.Spreader] does alone; small shifts of its front are left.
    private boolean blocks() {
        double[] next = open.clone();
        Arrays.fill(next, 1);
        double mean = 0;
        for (int c = 0; c < vapor.length; c++) {
            mean += mask.area()[c] * vapor[c] / mask.total();
        }
        double left = Limits.blockedArea(chamber.gas(), mean, Water.pressure(mean), chamber.vaporHeight());
        double[] t = vapor;
        Integer[] cold = IntStream.range(0, t.length)
                .filter(c -> mask.area()[c] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> t[c]))
                .toArray(Integer[]::new);
        for (int k = 0; k < cold.length - 1 && left > 0; k++) {
            next[cold[k]] = 1 - Math.min(1, left / mask.area()[cold[k]]);
            left -= mask.area()[cold[k]];
        }
        double moved = 0;
        for (int c = 0; c < next.length; c++) {
            moved += mask.area()[c] * Math.abs(next[c] - open[c]);
        }
        if (moved < FRONT * mask.total()) {
            return false;
        }
        open = next;
        tellOpen();
        return true;
    }

    private double blockedArea(double[] open) {
        double blocked = 0;
        for (int c = 0; c < open.length; c++) {
            blocked += (1 - open[c]) * mask.area()[c];
        }
        return blocked;
    }

    private void tellOpen() {
        var grid = heat.grid();
        double[] x = grid.xPlanes(), y = grid.yPlanes();
        double[] share = new double[grid.nx() * grid.ny()];
        Arrays.setAll(share, column -> {
            int i = column % grid.nx(), j = column / grid.nx();
            return open[mask.at((x[i] + x[i + 1]) / 2, (y[j] + y[j + 1]) / 2)];
        });
        heat.open(part, share);
    }

    /// Returns what was beyond a limit or beyond the model, a sentence each; the capillary limit is told elsewhere.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        most.forEach((limit, use) -> {
            if (limit != Limit.CAPILLARY && use > 1) {
                notes.add(say("%s is at %.0f %% of its %s limit at %.0f s: the chamber carries less than computed", part, 100 * use, limit.word(), when.getOrDefault(limit, 0.0)));
            }
        });
        if (lid > 1) {
            notes.add(say("the lid of %s dips or is stressed %.1f times what its pillars allow", part, lid));
        }
        double sonic = most.getOrDefault(Limit.SONIC, 0.0);
        if (sonic > INERTIA && sonic <= 1) {
            notes.add(say("vapor in %s at %.2f of the sonic limit; inertia, which is left out, matters above %.1f", part, sonic, INERTIA));
        }
        return notes;
    }

    /// Returns the moment at which the wick was used most; nothing when nothing evaporated.
    Optional<ChamberMoment> worstMoment() {
        return Optional.ofNullable(worstMoment);
    }

    private static String say(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /// Heat that evaporates all the water of some cells, J.
    private double held(Integer[] cells) {
        double area = Arrays.stream(cells).mapToDouble(c -> mask.area()[c]).sum();
        var wick = chamber.wick();
        double water = wick.porosity() * wick.thickness() * Math.min(1, chamber.fill()) * Water.liquidDensity(323.15);
        return Math.max(1e-12, area * water * Water.latentHeat(323.15));
    }

    private void tell() {
        var grid = heat.grid();
        double[] x = grid.xPlanes(), y = grid.yPlanes();
        boolean[] dry = new boolean[grid.nx() * grid.ny()];
        for (int column = 0; column < dry.length; column++) {
            int i = column % grid.nx(), j = column / grid.nx();
            double mx = (x[i] + x[i + 1]) / 2, my = (y[j] + y[j + 1]) / 2;
            int c = mask.at(mx, my);
            dry[column] = mask.area()[c] > 0 && wet[c] == 0;
        }
        heat.dry(part, dry);
    }

    /// Carried heat at which the wick would be at its limit: what gravity takes is there without heat.
    private double limit(double carried, double use, double[] in, double[] vapor, Tilt tilt) {
        double top = -Double.MAX_VALUE, bottom = Double.MAX_VALUE, hottest = 0;
        for (int c = 0; c < in.length; c++) {
            double climb = -(tilt.x() * mask.x(c % mask.nx()) + tilt.y() * mask.y(c / mask.nx()));
            bottom = mask.area()[c] > 0 ? Math.min(bottom, climb) : bottom;
            if (in[c] > hottest) {
                hottest = in[c];
                top = climb;
            }
        }
        double t = vapor[mask.cells() / 2];
        double head = Water.liquidDensity(t) * Math.max(0, top - bottom) / chamber.capillaryPressure(t);
        return head >= 1 ? 0 : carried * (1 - head) / Math.max(1e-9, use - Math.min(head, use));
    }

    private static void thermal(ChamberField field, Map<String, Double> read) {
        double hot = 0, high = 0, low = Double.MAX_VALUE, area = 0, mean = 0, through = 0;
        for (int c = 0; c < field.area().length; c++) {
            if (field.area()[c] > 0) {
                hot = Math.max(hot, field.evaporator()[c]);
                high = Math.max(high, field.vapor()[c]);
                low = Math.min(low, field.vapor()[c]);
                area += field.area()[c];
                mean += field.area()[c] * field.condenser()[c];
                through += Math.max(0, field.evaporation()[c]);
            }
        }
        read.put("chamber.vapor.max", high);
        read.put("chamber.spread", high - low);
        if (through > 0.01) {
            read.put("chamber.resistance", (hot - mean / area) / through);
        }
    }

    /// Sums heat, or averages temperature by area, from the columns of the grid onto even cells.
    private double[] spread(ChamberField field, double[] values, boolean mean) {
        double[] sum = new double[mask.cells()], weight = new double[mask.cells()];
        int nx = field.x().length - 1;
        for (int column = 0; column < values.length; column++) {
            if (field.area()[column] > 0) {
                double x0 = field.x()[column % nx], x1 = field.x()[column % nx + 1];
                double y0 = field.y()[column / nx], y1 = field.y()[column / nx + 1];
                deal(x0, x1, y0, y1, values[column], mean, sum, weight);
            }
        }
        if (mean) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] = weight[c] > 0 ? sum[c] / weight[c] : 0;
            }
        }
        return sum;
    }

    private void deal(
            double x0, double x1, double y0, double y1, double value, boolean mean, double[] sum, double[] weight) {
        int i0 = first(x0, mask.x0(), mask.dx(), mask.nx()), i1 = first(x1, mask.x0(), mask.dx(), mask.nx());
        int j0 = first(y0, mask.y0(), mask.dy(), mask.ny()), j1 = first(y1, mask.y0(), mask.dy(), mask.ny());
        double whole = (x1 - x0) * (y1 - y0);
        for (int j = j0; j <= j1; j++) {
            double dy = overlap(y0, y1, mask.y0() + j * mask.dy(), mask.dy());
            for (int i = i0; i <= i1; i++) {
                double piece = dy * overlap(x0, x1, mask.x0() + i * mask.dx(), mask.dx());
                if (piece > 0) {
                    sum[i + mask.nx() * j] += value * (mean ? piece : piece / whole);
                    weight[i + mask.nx() * j] += piece;
                }
            }
        }
    }

    private static int first(double at, double start, double size, int count) {
        return (int) Math.clamp((at - start) / size, 0, count - 1);
    }

    private static double overlap(double from, double to, double start, double size) {
        return Math.max(0, Math.min(to, start + size) - Math.max(from, start));
    }

    /// Returns the use of each limit at the worst moment.
    Uses worst() {
        return worst;
    }

    /// Returns the carried heat at which the wick would be at its limit, as of the worst moment, W.
    double heatLimit() {
        return worstHeat;
    }

    /// Returns where and when it was worst, in words.
    String where() {
        return String.format(
                java.util.Locale.ROOT, "%s, %s, at %.0f s, nearest limit %s", part, worstTilt, worstTime, nearest.word());
    }
}
