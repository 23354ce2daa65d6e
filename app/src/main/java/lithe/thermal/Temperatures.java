// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lithe.device.Face;
import lithe.device.Sensor;
import lithe.numeric.Workers;

/// Temperatures of a phone at one moment, and what can be read from them. K throughout.
public final class Temperatures {

    private final Heat heat;
    private final Grid grid;
    private final double ambient;
    private final double[] u;
    private final Skin skin;
    private final double[] surface;
    private final double[] flow;
    private final Balance balance;
    private final Heat.Solution solution;
    private final List<String> notes;
    private final double[] mean;
    private final int[] hottest;

    Temperatures(Heat heat, Skin skin, double[] u, Balance balance, Heat.Solution solution) {
        this.heat = heat;
        this.grid = heat.grid;
        this.ambient = skin.surroundings.ambient();
        this.u = u.clone();
        this.skin = skin;
        this.surface = skin.surface.clone();
        this.flow = skin.flow.clone();
        this.balance = balance;
        this.solution = solution;
        this.notes = skin.notes();
        int owners = grid.plan.names().size();
        mean = new double[owners];
        hottest = new int[owners];
        survey();
    }

    private void survey() {
        double[][] sums = new double[grid.nz()][mean.length];
        int[][] places = new int[grid.nz()][mean.length];
        Workers.of(heat.threads()).share(grid.nz(), (from, to, _) -> {
            for (int k = from; k < to; k++) {
                survey(k, sums[k], places[k]);
            }
        });
        Arrays.fill(hottest, -1);
        for (int o = 0; o < mean.length; o++) {
            for (int k = 0; k < grid.nz(); k++) {
                int c = places[k][o];
                mean[o] += sums[k][o];
                hottest[o] = hottest[o] < 0 || c >= 0 && u[c] > u[hottest[o]] ? c : hottest[o];
            }
            mean[o] = ambient + mean[o] / heat.volume(o);
        }
    }

    /// Sums volume times temperature in one plane, and finds its hottest cell, for each owner.
    private void survey(int k, double[] sums, int[] places) {
        Arrays.fill(places, -1);
        int columns = grid.nx() * grid.ny();
        for (int column = 0, c = k * columns; column < columns; column++, c++) {
            int o = grid.owner[c];
            if (o >= 0) {
                sums[o] += heat.conduction.volume(column, k) * u[c];
                places[o] = places[o] < 0 || u[c] > u[places[o]] ? c : places[o];
            }
        }
    }

    /// A place and its temperature.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @param z z, m
    /// @param temperature temperature, K
    public record Spot(double x, double y, double z, double temperature) {}

    /// Returns the grid the temperatures are on.
    ///
    /// @return the grid
    public Grid grid() {
        return grid;
    }

    /// Returns the temperature of the air around.
    ///
    /// @return ambient, K
    public double ambient() {
        return ambient;
    }

    /// Returns where the heat goes: W for a steady state and for the moment of a transient.
    ///
    /// @return the balance, W
    public Balance balance() {
        return balance;
    }

    /// Returns what the solver did.
    ///
    /// @return counts and residual
    public Heat.Solution solution() {
        return solution;
    }

    /// Returns notes on correlations used outside their range.
    ///
    /// @return sentences with their numbers
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (solution.slow()) {
            all.add("one solve took %d multigrid iterations, more than 40".formatted(solution.most()));
        }
        if (!solution.converged()) {
            all.add("the iteration ended at a residual of %.1e before it had converged".formatted(solution.residual()));
        }
        return List.copyOf(all);
    }

    /// Returns the temperature of every cell.
    ///
    /// @return a new array, K; index i + nx (j + ny k); NaN in inactive cells
    public double[] cells() {
        double[] t = new double[u.length];
        for (int c = 0; c < t.length; c++) {
            t[c] = grid.owner[c] < 0 ? Double.NaN : ambient + u[c];
        }
        return t;
    }

    /// Returns the mean over a part or layer.
    ///
    /// @param name its name
    /// @return volume mean, K; NaN when other parts leave it no volume
    public double mean(String name) {
        return mean[grid.plan.ownerOf(name)];
    }

    /// Returns the highest temperature of a part or layer: of its hottest cell, where heat flows in the value at the face.
    /// The middle of the cell alone would lag by half a cell of slope, of an order less than everything else here.
    ///
    /// @param name its name
    /// @return highest temperature, K; NaN when other parts leave it no volume
    public double max(String name) {
        int c = hottest[grid.plan.ownerOf(name)];
        return c < 0 ? Double.NaN : hottestCell(name) + lift(c);
    }

    /// Returns the temperature in the middle of the hottest cell of a part or layer, which belongs to the mesh.
    ///
    /// @param name its name
    /// @return highest cell temperature, K; NaN when other parts leave it no volume
    public double hottestCell(String name) {
        int c = hottest[grid.plan.ownerOf(name)];
        return c < 0 ? Double.NaN : ambient + u[c];
    }

    /// Returns the hottest place of a part or layer.
    ///
    /// @param name its name
    /// @return middle of its hottest cell, with the temperature of that cell's hottest corner
    public Spot hottest(String name) {
        int c = hottest[grid.plan.ownerOf(name)];
        if (c < 0) {
            throw new IllegalArgumentException("other parts leave %s no volume".formatted(name));
        }
        return spot(c, ambient + u[c] + lift(c));
    }

    private Spot spot(int c, double temperature) {
        int columns = grid.nx() * grid.ny();
        return new Spot(
                grid.x.middle(c % grid.nx()), grid.y.middle(c / grid.nx() % grid.ny()), grid.z.middle(c / columns), temperature);
    }

    /// Returns the hottest place of a face.
    ///
    /// @param face the face
    /// @return where its surface is hottest
    public Spot hottest(Face face) {
        int best = -1;
        for (int e = 0; e < skin.pieces; e++) {
            if (skin.face(e) == face && (best < 0 || surface[e] > surface[best])) {
                best = e;
            }
        }
        Spot inside = spot(skin.cell[best], surface[best]);
        return switch (face) {
            case FRONT -> new Spot(inside.x, inside.y, 0, inside.temperature);
            case BACK -> new Spot(inside.x, inside.y, grid.z.planes()[grid.nz()], inside.temperature);
            case LEFT, RIGHT, TOP, BOTTOM -> inside;
        };
    }

    /// Returns the highest surface temperature of a face.
    ///
    /// @param face the face
    /// @return highest surface temperature, K
    public double max(Face face) {
        return hottest(face).temperature();
    }

    /// Returns the mean surface temperature of a face.
    ///
    /// @param face the face
    /// @return area mean, K
    public double mean(Face face) {
        double sum = 0, area = 0;
        for (int e = 0; e < skin.pieces; e++) {
            if (skin.face(e) == face) {
                sum += skin.area[e] * surface[e];
                area += skin.area[e];
            }
        }
        return sum / area;
    }

    /// Returns the highest surface temperature of all faces.
    ///
    /// @return highest skin temperature, K
    public double skinMax() {
        return Arrays.stream(surface).max().orElse(Double.NaN);
    }

    /// Returns the mean surface temperature over all faces.
    ///
    /// @return area mean, K
    public double skinMean() {
        double sum = 0, area = 0;
        for (int e = 0; e < skin.pieces; e++) {
            sum += skin.area[e] * surface[e];
            area += skin.area[e];
        }
        return sum / area;
    }

    /// Returns how much of a face is above a temperature.
    ///
    /// @param face the face
    /// @param limit temperature, K
    /// @return area, m²
    public double areaAbove(Face face, double limit) {
        double area = 0;
        for (int e = 0; e < skin.pieces; e++) {
            area += skin.face(e) == face && surface[e] > limit ? skin.area[e] : 0;
        }
        return area;
    }

    /// Returns the surface temperatures of the front or the back.
    ///
    /// @param face front or back
    /// @return a new array, K; index i + nx j; NaN outside the phone
    public double[] map(Face face) {
        if (face != Face.FRONT && face != Face.BACK) {
            throw new IllegalArgumentException("maps are of the front or the back, but asked for is " + face);
        }
        double[] map = new double[grid.nx() * grid.ny()];
        double[] area = new double[map.length];
        for (int e = 0; e < skin.pieces; e++) {
            if (skin.face(e) == face) {
                map[skin.cell[e] % map.length] += skin.area[e] * surface[e];
                area[skin.cell[e] % map.length] += skin.area[e];
            }
        }
        for (int c = 0; c < map.length; c++) {
            map[c] = area[c] == 0 ? Double.NaN : map[c] / area[c];
        }
        return map;
    }

    /// Returns the temperatures on a plane across the phone.
    ///
    /// @param z position of the plane, m
    /// @return a new array, K; index i + nx j; NaN outside the phone
    public double[] section(double z) {
        double[] map = new double[grid.nx() * grid.ny()];
        int k = grid.z.at(z);
        for (int c = 0; c < map.length; c++) {
            int cell = c + map.length * k;
            map[c] = grid.owner[cell] < 0 ? Double.NaN : ambient + u[cell] + lean(cell, map.length, k, grid.z, z, conduction().gz, conduction().through(cell));
        }
        return map;
    }

    /// Returns the temperature at a point.
    ///
    /// From the middle of the cell to its faces the temperature follows the heat that flows there, so that a point on
    /// either side of an interface reads the side it is on.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @param z z, m
    /// @return temperature, K; NaN outside the phone
    public double at(double x, double y, double z) {
        int i = grid.x.at(x), j = grid.y.at(y), k = grid.z.at(z);
        int c = grid.index(i, j, k);
        if (grid.owner[c] < 0) {
            return Double.NaN;
        }
        double lateral = conduction().inPlane(c);
        return ambient
                + u[c]
                + lean(c, 1, i, grid.x, x, conduction().gx, lateral)
                + lean(c, grid.nx(), j, grid.y, y, conduction().gy, lateral)
                + lean(c, grid.nx() * grid.ny(), k, grid.z, z, conduction().gz, conduction().through(c));
    }

    Conduction conduction() {
        return heat.conduction;
    }

    /// Rise from the middle of a cell towards a position along one direction, K.
    private double lean(int c, int stride, int n, Axis axis, double position, double[] g, double k) {
        double off = Math.clamp(position, axis.planes()[n], axis.planes()[n + 1]) - axis.middle(n);
        if (off == 0) {
            return 0;
        }
        boolean up = off > 0;
        boolean end = up ? n + 1 == axis.cells() : n == 0;
        double in = end ? -leaving(c, axis, up) : up ? g[c] * (u[c + stride] - u[c]) : g[c - stride] * (u[c - stride] - u[c]);
        return in * Math.abs(off) / (k * crossSection(c, axis));
    }

    /// Rise from the middle of a cell to its hottest corner, K.
    private double lift(int c) {
        int nx = grid.nx(), columns = nx * grid.ny();
        double lateral = conduction().inPlane(c);
        return lift(c, 1, c % nx, grid.x, conduction().gx, lateral)
                + lift(c, nx, c / nx % grid.ny(), grid.y, conduction().gy, lateral)
                + lift(c, columns, c / columns, grid.z, conduction().gz, conduction().through(c));
    }

    private double lift(int c, int stride, int n, Axis axis, double[] g, double k) {
        double low = n == 0 ? 0 : g[c - stride] * (u[c - stride] - u[c]);
        double high = n + 1 == axis.cells() ? 0 : g[c] * (u[c + stride] - u[c]);
        return Math.max(0, Math.max(low, high)) * axis.size(n) / 2 / (k * crossSection(c, axis));
    }

    private double crossSection(int c, Axis axis) {
        int columns = grid.nx() * grid.ny();
        int i = c % grid.nx(), j = c / grid.nx() % grid.ny(), k = c / columns;
        double volume = conduction().volume(c % columns, k);
        return volume / (axis == grid.x ? grid.x.size(i) : axis == grid.y ? grid.y.size(j) : grid.z.size(k));
    }

    private double leaving(int c, Axis axis, boolean up) {
        Face face = axis == grid.x
                ? up ? Face.RIGHT : Face.LEFT
                : axis == grid.y ? up ? Face.BOTTOM : Face.TOP : up ? Face.BACK : Face.FRONT;
        double sum = 0;
        for (int e = 0; e < skin.pieces; e++) {
            sum += skin.cell[e] == c && skin.face(e) == face ? flow[e] : 0;
        }
        return sum;
    }

    /// Returns what happens in a vapor chamber.
    ///
    /// @param part name of a part that is a chamber
    /// @return its temperatures and flows
    public ChamberField chamber(String part) {
        return heat.conduction.chamber(grid.plan.ownerOf(part), u, ambient);
    }

    /// Returns what a sensor reads.
    ///
    /// @param name name of a sensor of the device
    /// @return temperature, K
    public double sensor(String name) {
        return sensor(grid.plan.device().sensors().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sensor named " + name)));
    }

    /// Returns what a sensor reads.
    ///
    /// @param sensor the sensor
    /// @return temperature, K
    public double sensor(Sensor sensor) {
        return switch (sensor) {
            case Sensor.Probe(_, double x, double y, double z) -> at(x, y, z);
            case Sensor.PartMean(_, String part) -> mean(part);
            case Sensor.Virtual(_, Map<String, Double> weights, double offset) -> {
                // weights act on °C, as phones define them; they need not sum to 1
                double celsius = offset;
                for (var w : weights.entrySet()) {
                    celsius += w.getValue() * (sensor(w.getKey()) - 273.15);
                }
                yield celsius + 273.15;
            }
        };
    }

    /// Temperatures above ambient, not copied.
    double[] rise() {
        return u;
    }

    Skin skin() {
        return skin;
    }

    /// Heat leaving a piece of the skin, W, sunlight taken off.
    double flow(int piece) {
        return flow[piece];
    }
}
