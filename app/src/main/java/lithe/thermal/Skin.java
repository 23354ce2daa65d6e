// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lithe.device.Boundary;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Patch;

/// The outside of the phone in pieces: each the part of one cell's face under one patch.
///
/// The heat leaving a piece is A [h (Tₛ − Tₒ) + ε σ (Tₛ⁴ − Tₐ⁴) − sun] and reaches it through half a cell, so the surface
/// temperature Tₛ follows from the cell's. h is one number per patch, of its mean surface temperature. A hand takes instead
/// what [Perfusion] says, place by place.
final class Skin {

    private static final double NUDGE = 1e-3;

    /// Relative step at which a surface temperature is found: what Newton's method leaves is its square, below 1e-11 K here.
    private static final double NEAR = 1e-7;

    final Grid grid;
    final Surroundings surroundings;
    private final List<Kind> kinds = new ArrayList<>();
    final int pieces;
    final int[] cell;
    final int[] kind;
    final double[] area;
    /// Conductance of the half cell behind a piece, W/K.
    final double[] half;
    /// Surface temperature, K.
    final double[] surface;
    /// Heat leaving, W, sunlight taken off.
    final double[] flow;
    /// Rise of the heat leaving with the cell's temperature, W/K.
    final double[] slope;
    private final boolean anyAir;
    private final Loops loops;

    /// One exchange on one face, as numbers.
    private static final class Kind {
        final Face face;
        final double outside;
        final boolean own;
        final double emissivity;
        final double sun;
        final Exchange.@org.jspecify.annotations.Nullable Air air;
        final Exchange.@org.jspecify.annotations.Nullable Hand hand;
        double film;
        /// Rise of the film coefficient with the mean surface temperature, W/(m²·K²).
        double rise;
        double area;
        double mean;

        Kind(Face face, Exchange exchange, double emissivity, double sun, double ambient) {
            this.face = face;
            this.sun = sun;
            switch (exchange) {
                case Exchange.Film(double h, double other, boolean radiates) -> {
                    hand = null;
                    own = !Double.isNaN(other);
                    outside = own ? other : ambient;
                    film = h;
                    air = null;
                    this.emissivity = radiates ? emissivity : 0;
                }
                case Exchange.Air it -> {
                    hand = null;
                    own = false;
                    outside = ambient;
                    air = it;
                    this.emissivity = it.radiates() ? emissivity : 0;
                }
                case Exchange.Hand it -> {
                    hand = it;
                    own = true;
                    outside = it.blood();
                    air = null;
                    this.emissivity = 0;
                }
                case Exchange.Adiabatic() -> {
                    hand = null;
                    own = false;
                    outside = ambient;
                    air = null;
                    this.emissivity = 0;
                }
                case Exchange.Sun(double flux, Exchange under) ->
                    throw new IllegalArgumentException("sun of %s W/m² lies on sun (%s)".formatted(flux, under));
            }
        }
    }

    /// Pieces while they are collected.
    private static final class Collected {
        int[] cell = new int[1024];
        int[] kind = new int[1024];
        double[] area = new double[1024];
        double[] half = new double[1024];
        int n;

        void add(int c, int k, double a, double h) {
            if (n == cell.length) {
                cell = Arrays.copyOf(cell, 2 * n);
                kind = Arrays.copyOf(kind, 2 * n);
                area = Arrays.copyOf(area, 2 * n);
                half = Arrays.copyOf(half, 2 * n);
            }
            cell[n] = c;
            kind[n] = k;
            area[n] = a;
            half[n++] = h;
        }
    }

    Skin(Heat heat, Surroundings surroundings) {
        Conduction conduction = heat.conduction;
        this.grid = conduction.grid;
        this.surroundings = surroundings;
        Collected all = new Collected();
        for (Face face : Face.values()) {
            var patches = new Patches(face, surroundings.boundary());
            collect(conduction, face, patches, all);
        }
        pieces = all.n;
        cell = Arrays.copyOf(all.cell, pieces);
        kind = Arrays.copyOf(all.kind, pieces);
        area = Arrays.copyOf(all.area, pieces);
        half = Arrays.copyOf(all.half, pieces);
        surface = new double[pieces];
        flow = new double[pieces];
        slope = new double[pieces];
        for (int e = 0; e < pieces; e++) {
            kinds.get(kind[e]).area += area[e];
        }
        anyAir = kinds.stream().anyMatch(k -> k.air != null && k.area > 0);
        loops = new Loops(pieces, heat.threads());
        start(surroundings.ambient() + 10);
        films();
    }

    /// The patches of one face and the kind of each, −1 for none.
    private final class Patches {
        final List<Patch> patches = new ArrayList<>();
        final int[] kindOf;

        Patches(Face face, Boundary boundary) {
            boundary.patches().stream().filter(p -> p.face() == face).forEach(patches::add);
            kindOf = new int[patches.size()];
            double emissivity = grid.plan.device().surfaces().of(face).emissivity();
            for (int p = 0; p < kindOf.length; p++) {
                Exchange exchange = patches.get(p).exchange();
                double sun = 0;
                while (exchange instanceof Exchange.Sun(double flux, Exchange under)) {
                    sun += flux;
                    exchange = under;
                }
                // an adiabatic piece is kept: it has a temperature to be touched
                kinds.add(new Kind(face, exchange, emissivity, sun, surroundings.ambient()));
                kindOf[p] = kinds.size() - 1;
            }
            if (patches.isEmpty()) {
                patches.add(Patch.whole(face, new Exchange.Adiabatic()));
            }
        }

        int topmost(double u, double v) {
            for (int p = patches.size() - 1; p >= 0; p--) {
                Patch patch = patches.get(p);
                if (u >= patch.u0() && u <= patch.u1() && v >= patch.v0() && v <= patch.v1()) {
                    return p;
                }
            }
            return -1;
        }

        /// Shares a rectangle of the face among the patches on it.
        void cover(double u0, double u1, double v0, double v1, int c, double a, double h, Collected all) {
            var us = new TreeSet<>(List.of(u0, u1));
            var vs = new TreeSet<>(List.of(v0, v1));
            for (Patch p : patches) {
                within(us, u0, u1, p.u0(), p.u1());
                within(vs, v0, v1, p.v0(), p.v1());
            }
            double whole = (u1 - u0) * (v1 - v0);
            double ua = u0;
            for (double ub : us.tailSet(u0, false)) {
                double va = v0;
                for (double vb : vs.tailSet(v0, false)) {
                    double share = (ub - ua) * (vb - va) / whole;
                    all.add(c, kindAt((ua + ub) / 2, (va + vb) / 2), a * share, h * share);
                    va = vb;
                }
                ua = ub;
            }
        }

        private int kindAt(double u, double v) {
            int top = topmost(u, v);
            if (top >= 0 && top < kindOf.length) {
                return kindOf[top];
            }
            return adiabatic();
        }

        private int none = -1;

        private int adiabatic() {
            if (none < 0) {
                kinds.add(new Kind(patches.getFirst().face(), new Exchange.Adiabatic(), 0, 0, surroundings.ambient()));
                none = kinds.size() - 1;
            }
            return none;
        }

        private static void within(TreeSet<Double> cuts, double from, double to, double a, double b) {
            if (a > from + 1e-12 && a < to - 1e-12) {
                cuts.add(a);
            }
            if (b > from + 1e-12 && b < to - 1e-12) {
                cuts.add(b);
            }
        }
    }

    private void collect(Conduction conduction, Face face, Patches patches, Collected all) {
        switch (face) {
            case FRONT -> flat(conduction, 0, patches, all);
            case BACK -> flat(conduction, grid.nz() - 1, patches, all);
            case LEFT, RIGHT, TOP, BOTTOM -> edge(conduction, face, patches, all);
        }
    }

    private void flat(Conduction conduction, int k, Patches patches, Collected all) {
        double w = grid.plan.device().body().width(), l = grid.plan.device().body().length();
        double[] x = grid.x.planes(), y = grid.y.planes();
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                int column = i + grid.nx() * j;
                if (grid.open[column] > 0) {
                    int c = grid.index(i, j, k);
                    double a = conduction.area(column);
                    double h = a * conduction.through(c) / (0.5 * grid.z.size(k));
                    patches.cover(x[i] / w, x[i + 1] / w, y[j] / l, y[j + 1] / l, c, a, h, all);
                }
            }
        }
    }

    private void edge(Conduction conduction, Face face, Patches patches, Collected all) {
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                if (grid.open[i + grid.nx() * j] > 0) {
                    double straight = straight(face, i, j);
                    double arc = grid.open[i + grid.nx() * j] < 1 ? arc(face, i, j) : 0;
                    if (straight + arc > 0) {
                        wall(conduction, face, i, j, straight + arc, patches, all);
                    }
                }
            }
        }
    }

    /// Length of a column's side that lies on the body's straight side, m.
    private double straight(Face face, int i, int j) {
        double[] x = grid.x.planes(), y = grid.y.planes();
        return switch (face) {
            case LEFT -> i == 0 ? grid.outline.openX(0, y[j], y[j + 1]) : 0;
            case RIGHT -> i == grid.nx() - 1 ? grid.outline.openX(x[i + 1], y[j], y[j + 1]) : 0;
            case TOP -> j == 0 ? grid.outline.openY(0, x[i], x[i + 1]) : 0;
            case BOTTOM -> j == grid.ny() - 1 ? grid.outline.openY(y[j + 1], x[i], x[i + 1]) : 0;
            case FRONT, BACK -> 0;
        };
    }

    /// Length of the rounding in a column if it counts to a face: the chord, whose components are what the open sides
    /// of the column lack, m.
    private double arc(Face face, int i, int j) {
        double[] x = grid.x.planes(), y = grid.y.planes();
        double across = grid.outline.openX(x[i + 1], y[j], y[j + 1]) - grid.outline.openX(x[i], y[j], y[j + 1]);
        double along = grid.outline.openY(y[j + 1], x[i], x[i + 1]) - grid.outline.openY(y[j], x[i], x[i + 1]);
        boolean sideways = Math.abs(across) >= Math.abs(along);
        boolean mine = switch (face) {
            case LEFT -> sideways && across > 0;
            case RIGHT -> sideways && across < 0;
            case TOP -> !sideways && along > 0;
            case BOTTOM -> !sideways && along < 0;
            case FRONT, BACK -> false;
        };
        return mine ? Math.hypot(across, along) : 0;
    }

    private void wall(Conduction conduction, Face face, int i, int j, double length, Patches patches, Collected all) {
        double w = grid.plan.device().body().width(), l = grid.plan.device().body().length();
        double t = grid.plan.device().body().thickness();
        boolean side = face == Face.LEFT || face == Face.RIGHT;
        Axis axis = side ? grid.y : grid.x;
        double whole = side ? l : w;
        int n = side ? j : i;
        double off = 0.5 * (side ? grid.x.size(i) : grid.y.size(j));
        for (int k = 0; k < grid.nz(); k++) {
            int c = grid.index(i, j, k);
            double a = length * grid.z.size(k);
            patches.cover(
                    axis.planes()[n] / whole, axis.planes()[n + 1] / whole, grid.z.planes()[k] / t,
                    grid.z.planes()[k + 1] / t, c, a, a * conduction.inPlane(c) / off, all);
        }
    }

    Face face(int e) {
        return kinds.get(kind[e]).face;
    }

    /// Refuses a body that cannot give heat away.
    void requireWayOut() {
        if (kinds.stream().noneMatch(k -> k.area > 0 && (k.film > 0 || k.emissivity > 0 || k.air != null || k.hand != null))) {
            throw new IllegalArgumentException(
                    "all faces are adiabatic in posture %s: the phone has no steady state".formatted(surroundings.boundary().name()));
        }
    }

    /// Tells whether the heat leaving is linear in temperature.
    boolean linear() {
        return kinds.stream().allMatch(k -> k.air == null && k.hand == null && k.emissivity == 0);
    }

    /// Sets all surface temperatures, K; a start value for [#settle].
    private void start(double temperature) {
        Arrays.fill(surface, temperature);
    }

    /// Finds films, surface temperatures, flows and slopes that belong to cell temperatures.
    ///
    /// @param u cell temperatures above ambient, K
    /// @return largest relative change of a film coefficient
    double settle(double[] u) {
        surfaces(u, true);
        if (!anyAir) {
            return 0;
        }
        // the films follow from surfaces that hardly depend on them
        double change = films();
        surfaces(u, false);
        return change;
    }

    /// @param all or only those in air
    private void surfaces(double[] u, boolean all) {
        loops.run((from, to) -> surfaces(u, all, from, to));
    }

    private void surfaces(double[] u, boolean all, int from, int to) {
        for (int e = from; e < to; e++) {
            Kind k = kinds.get(kind[e]);
            if (all || k.air != null) {
                settle(k, e, surroundings.ambient() + u[cell[e]]);
            }
        }
    }

    /// Film coefficients from the mean surface temperature of each kind.
    private double films() {
        for (Kind k : kinds) {
            k.mean = 0;
        }
        for (int e = 0; e < pieces; e++) {
            kinds.get(kind[e]).mean += area[e] * surface[e];
        }
        double change = 0;
        for (Kind k : kinds) {
            if (k.air != null && k.area > 0) {
                double film = Convection.film(k.air, k.mean / k.area, surroundings.ambient(), surroundings.pressure());
                double warmer = Convection.film(
                        k.air, k.mean / k.area + NUDGE, surroundings.ambient(), surroundings.pressure());
                change = Math.max(change, Math.abs(film - k.film) / film);
                k.rise = (warmer - film) / NUDGE;
                k.film = film;
            }
        }
        return change;
    }

    private void settle(Kind k, int e, double inside) {
        if (k.hand != null) {
            held(e, k.hand, inside);
            return;
        }
        double ambient = surroundings.ambient();
        double radiant = k.emissivity * Surroundings.STEFAN_BOLTZMANN;
        double given = k.film * k.outside + k.sun + radiant * ambient * ambient * ambient * ambient;
        double t = surface[e];
        double steepness = 0;
        for (int n = 0; n < 30; n++) {
            double cube = radiant * t * t * t;
            steepness = area[e] * (k.film + 4 * cube);
            double left = half[e] * (inside - t) - area[e] * (k.film * t + cube * t - given);
            double step = left / (half[e] + steepness);
            t += step;
            if (Math.abs(step) < NEAR * t) {
                break;
            }
        }
        surface[e] = t;
        flow[e] = leaving(k, area[e], t);
        // as if the film followed the local temperature; never negative, so that the matrix stays positive
        double whole = steepness + Math.max(0, area[e] * k.rise * (t - k.outside));
        slope[e] = half[e] * whole / (half[e] + whole);
    }

    /// A piece in a hand: half a cell, epidermis and tissue in series.
    private void held(int e, Exchange.Hand hand, double inside) {
        double resistance = area[e] / half[e] + hand.epidermis();
        double excess = Perfusion.excess(hand, inside - hand.blood(), resistance);
        double taken = Perfusion.taken(hand, excess), rise = Perfusion.rise(hand, excess);
        surface[e] = hand.blood() + excess + hand.epidermis() * taken;
        flow[e] = area[e] * taken;
        slope[e] = area[e] * rise / (1 + resistance * rise);
    }

    /// Takes for what hands hold the mean slope between the ambient and cell temperatures u, at which it is settled.
    ///
    /// A hand's slope doubles from a cold phone to a hot one, more than that of films and radiation.
    void meanSlopes(double[] u) {
        for (int e = 0; e < pieces; e++) {
            Exchange.Hand hand = kinds.get(kind[e]).hand;
            if (hand != null && u[cell[e]] > NUDGE) {
                double resistance = area[e] / half[e] + hand.epidermis();
                double cold = Perfusion.taken(hand, Perfusion.excess(hand, surroundings.ambient() - hand.blood(), resistance));
                slope[e] = (flow[e] - area[e] * cold) / u[cell[e]];
            }
        }
    }

    /// Heat leaving a piece of a surface at a temperature, as products of differences, W.
    private double leaving(Kind k, double a, double t) {
        double ambient = surroundings.ambient();
        double radiation =
                k.emissivity * Surroundings.STEFAN_BOLTZMANN * (t * t + ambient * ambient) * (t + ambient) * (t - ambient);
        return a * (k.film * (t - k.outside) + radiation - k.sun);
    }

    /// One zone of the skin as a single piece: what leaves it when its cells are at a temperature, W.
    ///
    /// Films stay the ones of [#settle] at the reference and change with the zone's own surface; the error of taking the
    /// zone as one temperature is the same in the reference state and is taken off there.
    ///
    /// @param zone its pieces as one
    /// @param u temperature of its cells above ambient, K
    /// @param known what leaves in the reference state, W
    /// @param start temperature of its cells in the reference state, K
    double zoneFlow(Zone zone, double u, double known, double start) {
        return known + zone(zone, u) - zone(zone, start);
    }

    /// The pieces of one exchange on one part of a face, as one.
    ///
    /// @param kind their exchange
    /// @param area area, m²
    /// @param half conductance of the half cells, W/K
    record Zone(int kind, double area, double half) {}

    private double zone(Zone z, double u) {
        Kind k = kinds.get(z.kind);
        double ambient = surroundings.ambient(), inside = ambient + u;
        if (k.hand != null) {
            double resistance = z.area / z.half + k.hand.epidermis();
            return z.area * Perfusion.taken(k.hand, Perfusion.excess(k.hand, inside - k.hand.blood(), resistance));
        }
        double mean = k.area == 0 ? ambient : k.mean / k.area;
        double t = inside;
        for (int n = 0; n < 4; n++) {
            double film = k.film + Math.max(0, k.rise) * (t - mean);
            double slope = film + 4 * k.emissivity * Surroundings.STEFAN_BOLTZMANN * t * t * t;
            double radiation =
                    k.emissivity * Surroundings.STEFAN_BOLTZMANN * (t * t + ambient * ambient) * (t + ambient) * (t - ambient);
            double out = z.area * (film * (t - k.outside) + radiation - k.sun);
            t += (z.half * (inside - t) - out) / (z.half + z.area * slope);
        }
        return z.half * (inside - t);
    }

    /// Adds the slopes to the sinks of the cells.
    void addSlopes(double[] sink) {
        for (int e = 0; e < pieces; e++) {
            sink[cell[e]] += slope[e];
        }
    }

    /// Takes from each cell what leaves it at temperatures u, and gives what the sinks will take: b −= Q(u) − slope·u.
    void addTo(double[] b, double[] u, double[] slopes) {
        for (int e = 0; e < pieces; e++) {
            b[cell[e]] -= flow[e] - slopes[e] * u[cell[e]];
        }
    }

    /// Sum of what leaves, sunlight taken off, W.
    double out() {
        double out = 0;
        for (int e = 0; e < pieces; e++) {
            out += flow[e];
        }
        return out;
    }

    /// Adds to sums what leaves at this moment: convection, radiation, hand, sun, then each face; all times a weight.
    ///
    /// @param sums length 4 + 6
    void tally(double[] sums, double weight) {
        double ambient = surroundings.ambient();
        for (int e = 0; e < pieces; e++) {
            Kind k = kinds.get(kind[e]);
            double t = surface[e];
            double radiation = k.emissivity
                    * Surroundings.STEFAN_BOLTZMANN
                    * area[e]
                    * ((t * t + ambient * ambient) * (t + ambient) * (t - ambient));
            double sun = k.sun * area[e];
            sums[k.own ? 2 : 0] += weight * (flow[e] + sun - radiation);
            sums[1] += weight * radiation;
            sums[3] += weight * sun;
            sums[4 + k.face.ordinal()] += weight * flow[e];
        }
    }

    /// Notes on correlations used outside the range they were measured in.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        var measured = Perfusion.MEASURED;
        boolean inHand = kinds.stream().anyMatch(k -> k.hand != null && k.area > 0);
        double coldest = inHand ? held().min().orElseThrow() : measured.low();
        double warmest = inHand ? held().max().orElseThrow() : measured.low();
        if (coldest < measured.low() || warmest > measured.high()) {
            notes.add("a hand holds what is %.0f to %.0f °C: the flow of blood in hands was measured from %.0f to %.0f °C"
                    .formatted(coldest - 273.15, warmest - 273.15, measured.low() - 273.15, measured.high() - 273.15));
        }
        for (Kind k : kinds) {
            if (k.air != null && k.area > 0) {
                double mean = k.mean / k.area;
                double ra = Convection.rayleigh(k.air, mean, surroundings.ambient(), surroundings.pressure());
                var flow = Convection.flow(k.air, mean, surroundings.ambient());
                var range = Convection.range(flow);
                if (!range.holds(ra)) {
                    notes.add("film coefficient of the %s (%s): Rayleigh number %.2g, correlation measured for %.0e to %.0e"
                            .formatted(word(k.face), word(flow), ra, range.low(), range.high()));
                }
            }
        }
        return notes.stream().distinct().toList();
    }

    /// Temperatures of what hands hold, K.
    private DoubleStream held() {
        return IntStream.range(0, pieces).filter(e -> kinds.get(kind[e]).hand != null).mapToDouble(e -> surface[e]);
    }

    private static String word(Face face) {
        return switch (face) {
            case FRONT -> "front";
            case BACK -> "back";
            case LEFT -> "left edge";
            case RIGHT -> "right edge";
            case TOP -> "top edge";
            case BOTTOM -> "bottom edge";
        };
    }

    private static String word(Exchange.Flow flow) {
        return switch (flow) {
            case VERTICAL -> "upright";
            case UP -> "facing up";
            case DOWN -> "facing down";
        };
    }
}
