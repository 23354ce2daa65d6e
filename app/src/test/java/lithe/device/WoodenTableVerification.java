// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lithe.geometry.Box;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Surroundings;
import lithe.units.Grade;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a wooden table takes from a phone, solved in three dimensions: a phone of one temperature on a table top, through the gap
/// that its camera leaves.
class WoodenTableVerification {

    private static final double ROOM = 273.15 + 24;
    /// 1 mm below a phone that lies on its cameras, 2 mm high.
    private static final double GAP = gap(1);
    /// Natural convection and radiation a few kelvin above the room, W/(m²·K).
    private static final double ABOVE = 9.5;

    private static final double BELOW = 8;
    /// Sides of the table, m; further out nothing is warm.
    private static final double SIDE = 0.6;

    private static final double THICKNESS = 0.025;

    private static final Material WOOD = material("wood", 0.14, 0.14, 650 * 1700);

    private static final Body PHONE = new Body(0.0699, 0.1527, 8.16e-3, 0);
    /// Heat capacity of a phone, J/K, and what leaves it to the air, W/K: about those of the Xiaomi 12.
    private static final double STORES = 153;

    private static final double AIR = 0.196;

    private static final double TAKEN = ((Exchange.Film) back(Posture.WOODEN_TABLE.boundary(PHONE))).h();

    /// Air (0.026 W/(m·K)) and radiation between emissivities of 0.92 and 0.9 near 35 °C, W/(m²·K).
    private static double gap(double millimetres) {
        return 26 / millimetres + 5.5;
    }

    private static Exchange back(Boundary boundary) {
        return boundary.shares(Face.BACK).keySet().iterator().next();
    }

    @Test
    @DisplayName("25 mm of wood below a small and a large phone take what the posture says")
    void wood() {
        double fine = taken(0.0699, 0.1527, 0.025, 0.14, GAP, 2);
        assertThat(taken(0.0699, 0.1527, 0.025, 0.14, GAP, 1)).isCloseTo(fine, within(0.01 * fine));
        assertThat(TAKEN).isCloseTo(fine, within(0.01 * fine));
        // under a larger phone less goes sideways
        assertThat(taken(0.0759, 0.1631, 0.025, 0.14, GAP, 1)).isBetween(0.95 * TAKEN, TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"0.018, 0.12, 1", "0.018, 0.18, 1", "0.040, 0.12, 1", "0.040, 0.18, 1", "0.025, 0.14, 2"})
    @DisplayName("thinner, thicker and other woods and twice the gap stay in the range that is told")
    void range(double thickness, double conductivity, double millimetres) {
        assertThat(taken(0.0699, 0.1527, thickness, conductivity, gap(millimetres), 1)).isBetween(4.6, 6.7);
    }

    @Test
    @DisplayName("over an hour a cold table takes as much as a steady film of 6.7 W/(m²·K), one that a phone has lain on for three hours 5.9")
    void storesHeat() {
        assertThat(likeFilm(new double[] {3.83}, new double[] {3600})).isCloseTo(6.7, within(0.1));
        assertThat(likeFilm(new double[] {1.39, 2.26, 3.83}, new double[] {3600, 7200, 3600})).isCloseTo(5.9, within(0.1));
    }

    /// The steady film under a phone of one temperature that is as warm after its last phase alone as the phone on the table after all
    /// of them, W/(m²·K).
    private static double likeFilm(double[] watts, double[] seconds) {
        double rise = onTable(watts, seconds), low = 1, high = 20;
        while (high - low > 1e-6) {
            double film = 0.5 * (low + high), leaves = AIR + film * PHONE.footprint();
            double reached = watts[watts.length - 1] / leaves * -Math.expm1(-seconds[seconds.length - 1] * leaves / STORES);
            low = reached > rise ? film : low;
            high = reached > rise ? high : film;
        }
        return low;
    }

    /// Rise of a phone, one block, over the room after some phases on a table that was as cold as the room, K.
    private static double onTable(double[] watts, double[] seconds) {
        double[] z = {0, 8e-3, 9e-3, 9e-3 + THICKNESS};
        double x = 0.5 * (SIDE - PHONE.width()), y = 0.5 * (SIDE - PHONE.length());
        var block = material("block", 1e3, 1e3, STORES / (PHONE.footprint() * z[1]));
        var parts = List.of(
                new Part("phone", List.of(new Box(x, SIDE - x, y, SIDE - y, z[0], z[1])), new Filling.Solid(block), null),
                new Part("gap", List.of(new Box(x, SIDE - x, y, SIDE - y, z[1], z[2])), new Filling.Solid(material("gap", 1e-3, GAP * 1e-3, 1200)), null));
        // around the phone the room reaches down to the table
        var open = material("open", 1e-3, 1e3, 1200);
        var layers = List.of(
                new Layer("beside", open, z[1]), new Layer("slit", open, z[2] - z[1]), new Layer("top", WOOD, THICKNESS));
        double u = 0.5 * PHONE.width() / SIDE, v = 0.5 * PHONE.length() / SIDE;
        var boundary = new Boundary("given", List.of(
                Patch.whole(Face.FRONT, new Exchange.Film(ABOVE, Double.NaN, false)),
                new Patch(Face.FRONT, 0.5 - u, 0.5 + u, 0.5 - v, 0.5 + v, new Exchange.Film(AIR / PHONE.footprint(), Double.NaN, false)),
                Patch.whole(Face.BACK, new Exchange.Film(BELOW, Double.NaN, false))));
        var device = device(new Body(SIDE, SIDE, z[3], 0), layers, parts, List.of(new Contact("phone", "beside", 100)));
        var heat = Heat.on(Grid.given(device, stretches(0, x, SIDE - x, SIDE), stretches(0, y, SIDE - y, SIDE), stretches(z)), 1);
        var run = heat.from(new Surroundings(boundary, ROOM, Surroundings.SEA_LEVEL), ROOM);
        for (int n = 0; n < watts.length; n++) {
            run.advance(seconds[n], new double[] {watts[n], 0});
        }
        return run.now().mean("phone") - ROOM;
    }

    /// Heat that the table takes from a phone 1 K above the room, per area of the phone, W/(m²·K).
    private static double taken(double width, double length, double thickness, double conductivity, double gap, int refined) {
        var table = new Body(SIDE, SIDE, thickness, 0);
        var wood = material("wood", conductivity, conductivity, 650 * 1700);
        double u = 0.5 * width / SIDE, v = 0.5 * length / SIDE;
        var boundary = new Boundary("given", List.of(
                Patch.whole(Face.FRONT, new Exchange.Film(ABOVE, Double.NaN, false)),
                new Patch(Face.FRONT, 0.5 - u, 0.5 + u, 0.5 - v, 0.5 + v, new Exchange.Film(gap, ROOM + 1, false)),
                Patch.whole(Face.BACK, new Exchange.Film(BELOW, Double.NaN, false))));
        var device = device(table, List.of(new Layer("top", wood, thickness)), List.of(), List.of());
        double[] side = even(SIDE, 150 * refined);
        var heat = Heat.on(Grid.given(device, side, side, even(thickness, 10 * refined)), 1);
        var field = heat.steady(new Surroundings(boundary, ROOM, Surroundings.SEA_LEVEL), new double[0]);
        // what comes through a film with another side than the room stands under hands, as leaving
        return -field.balance().hand() / (width * length);
    }

    private static Device device(Body body, List<Layer> layers, List<Part> parts, List<Contact> contacts) {
        var bare = new Surface(Surface.Touch.PLASTIC, 0);
        return new Device(
                "table", "a table top", false, body, List.of(), layers, parts, contacts, new Surfaces(bare, bare, bare), Map.of(),
                List.of(), List.of());
    }

    private static Material material(String name, double inPlane, double through, double volumetric) {
        return new Material(name, inPlane, through, volumetric / 1000, 1000, Grade.ESTIMATE, "this test");
    }

    /// Planes at the given edges, and between them so that no cell is wider than 4 mm and none of the wood thicker than 2.
    private static double[] stretches(double... edges) {
        return DoubleStream.concat(
                        DoubleStream.of(0),
                        IntStream.range(0, edges.length - 1).boxed().flatMapToDouble(s -> {
                            double from = edges[s], length = edges[s + 1] - from;
                            int cells = (int) Math.ceil(length / (edges[edges.length - 1] < SIDE ? 2e-3 : 4e-3));
                            return IntStream.rangeClosed(1, cells).mapToDouble(i -> from + i * length / cells);
                        }))
                .toArray();
    }

    private static double[] even(double length, int cells) {
        return IntStream.rangeClosed(0, cells).mapToDouble(i -> i * length / cells).toArray();
    }
}
