// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    /// 1 mm of air (0.026 W/(m·K)) and radiation between emissivities of 0.92 and 0.9 near 35 °C, W/(m²·K).
    private static final double GAP = 26 + 5.5;
    /// Natural convection and radiation a few kelvin above the room, W/(m²·K).
    private static final double ABOVE = 9.5;

    private static final double BELOW = 8;
    /// Sides of the table, m; further out nothing is warm.
    private static final double SIDE = 0.6;

    private static final double TAKEN =
            ((Exchange.Film) back(Posture.WOODEN_TABLE.boundary(new Body(0.0699, 0.1527, 8.16e-3, 8.5e-3)))).h();

    private static Exchange back(Boundary boundary) {
        return boundary.shares(Face.BACK).keySet().iterator().next();
    }

    @Test
    @DisplayName("25 mm of wood below a small and a large phone take what the posture says")
    void wood() {
        double fine = taken(0.0699, 0.1527, 0.025, 0.14, 2);
        assertThat(taken(0.0699, 0.1527, 0.025, 0.14, 1)).isCloseTo(fine, within(0.01 * fine));
        assertThat(TAKEN).isCloseTo(fine, within(0.01 * fine));
        assertThat(TAKEN).isCloseTo(taken(0.0759, 0.1631, 0.025, 0.14, 1), within(0.05 * fine));
    }

    @ParameterizedTest
    @CsvSource({"0.018, 0.12", "0.018, 0.18", "0.040, 0.12", "0.040, 0.18"})
    @DisplayName("thinner, thicker and other woods stay in the range that is told")
    void range(double thickness, double conductivity) {
        assertThat(taken(0.0699, 0.1527, thickness, conductivity, 1)).isBetween(4.6, 6.7);
    }

    /// Heat that the table takes from a phone 1 K above the room, per area of the phone, W/(m²·K).
    private static double taken(double width, double length, double thickness, double conductivity, int refined) {
        var table = new Body(SIDE, SIDE, thickness, 0);
        var wood = new Material("wood", conductivity, conductivity, 650, 1700, Grade.ESTIMATE, "this test");
        var bare = new Surface(Surface.Touch.PLASTIC, 0);
        double u = 0.5 * width / SIDE, v = 0.5 * length / SIDE;
        var boundary = new Boundary("given", List.of(
                Patch.whole(Face.FRONT, new Exchange.Film(ABOVE, Double.NaN, false)),
                new Patch(Face.FRONT, 0.5 - u, 0.5 + u, 0.5 - v, 0.5 + v, new Exchange.Film(GAP, ROOM + 1, false)),
                Patch.whole(Face.BACK, new Exchange.Film(BELOW, Double.NaN, false))));
        var device = new Device(
                "table", "a table top", false, table, List.of(), List.of(new Layer("top", wood, thickness)), List.of(), List.of(),
                new Surfaces(bare, bare, bare), Map.of(), List.of(), List.of());
        double[] side = even(SIDE, 150 * refined);
        var heat = Heat.on(Grid.given(device, side, side, even(thickness, 10 * refined)), 1);
        var field = heat.steady(new Surroundings(boundary, ROOM, Surroundings.SEA_LEVEL), new double[0]);
        // what comes through a film with another side than the room stands under hands, as leaving
        return -field.balance().hand() / (width * length);
    }

    private static double[] even(double length, int cells) {
        return IntStream.rangeClosed(0, cells).mapToDouble(i -> i * length / cells).toArray();
    }
}
