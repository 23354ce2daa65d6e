// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lithe.explore.claim.Setting;
import lithe.explore.lever.Lever.Role;
import lithe.simulation.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("verification")
class SensitivitiesVerification {

    private static final Lever LEVER = new Lever("x", Role.DESIGN, "0.1 m", "1 m", 10, at(2.1), at(1.9));

    private static List<Setting> at(double x) {
        return List.of(new Setting("x", Double.toString(x)));
    }

    private static double x(List<Setting> settings) {
        return settings.isEmpty() ? 2 : Double.parseDouble(settings.getFirst().text());
    }

    @Test
    @DisplayName("a central difference has the slope of a square to rounding, whatever the threads")
    void central() {
        for (int threads : new int[] {1, 4}) {
            var found = Sensitivities.of(List.of(LEVER), s -> Math.pow(x(s), 2), threads, Progress.SILENT).getFirst();
            // d(x²)/dx = 4 at 2; the central difference of a square is exact
            assertThat(found.perUnit()).isCloseTo(4, within(1e-12));
            assertThat(found.oneSided()).isFalse();
            assertThat(found.upEffect()).isCloseTo(4.1, within(1e-12));
            assertThat(found.downEffect()).isCloseTo(-3.9, within(1e-12));
        }
    }

    @Test
    @DisplayName("a side that cannot exist leaves a one-sided difference; none leaves no lever; the phone itself must exist")
    void sides() {
        Sensitivities.Trial half = settings -> {
            if (x(settings) > 2) {
                throw new IllegalArgumentException("no room");
            }
            return Math.pow(x(settings), 2);
        };
        var found = Sensitivities.of(List.of(LEVER), half, 1, Progress.SILENT).getFirst();
        assertThat(found.oneSided()).isTrue();
        assertThat(found.perUnit()).isCloseTo(3.9, within(1e-12));
        assertThat(Sensitivities.of(List.of(LEVER), settings -> settings.isEmpty() ? 4 : Double.NaN, 1, Progress.SILENT)).isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Sensitivities.of(List.of(LEVER), settings -> {
                    throw new IllegalArgumentException("not a phone");
                }, 1, Progress.SILENT))
                .hasMessage("not a phone");
    }

    @Test
    @DisplayName("the strongest lever comes first, whatever its sign")
    void order() {
        var weak = new Lever("weak", Role.LOAD, "0.01 m", "0.1 m", 10, at(2.01), at(1.99));
        var found = Sensitivities.of(List.of(weak, LEVER), s -> -x(s), 2, Progress.SILENT);
        assertThat(found).extracting(s -> s.lever().name()).containsExactly("x", "weak");
        assertThat(found.getFirst().perUnit()).isCloseTo(-1, within(1e-12));
    }

    @Test
    @DisplayName("a lever whose sides differ threefold or have one sign has no slope; where most have none, none is told")
    void bent() {
        var straight = new Sensitivity(LEVER, 300, 300.3, 299.8);
        var kink = new Sensitivity(LEVER, 300, 300.31, 299.9);
        var hump = new Sensitivity(LEVER, 300, 299.9, 299.8);
        var nothing = new Sensitivity(LEVER, 300, 300.0001, 300.0001);
        var side = new Sensitivity(LEVER, 300, 301, Double.NaN);
        assertThat(List.of(straight, kink, hump, nothing, side)).extracting(Sensitivity::bent).containsExactly(false, true, true, false, false);
        assertThat(Sensitivities.straight(List.of(straight, kink, side))).containsExactly(straight, side);
        assertThat(Sensitivities.straight(List.of(straight, kink, hump, side))).isEmpty();
    }
}
