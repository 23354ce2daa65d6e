// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TraceTest {

    private static final double[] TIME = {0, 20, 60};
    private static final double[] POWER = {8, 2.5, 4};

    @Test
    void stepsHoldUntilTheNextPoint() {
        var steps = new Trace(TIME, POWER, false);
        assertThat(steps.at(19.999)).isEqualTo(8);
        assertThat(steps.at(20)).isEqualTo(2.5);
        assertThat(steps.before(20)).isEqualTo(8);
        assertThat(steps.at(1e6)).isEqualTo(4);
        assertThat(steps.at(-1)).isEqualTo(8);
    }

    @Test
    void linesRunFromPointToPoint() {
        var line = new Trace(TIME, POWER, true);
        assertThat(line.at(10)).isEqualTo(5.25);
        assertThat(line.before(20)).isEqualTo(2.5);
        assertThat(line.at(40)).isEqualTo(3.25);
    }

    @Test
    void meanAndPointsUpToAnEnd() {
        // 20 s of 8 W, 40 s of 2.5 W, 40 s of 4 W
        assertThat(new Trace(TIME, POWER, false).mean(100)).isEqualTo(4.2);
        // lines: 20 s of 5.25 W in the mean, 40 s of 3.25 W, 40 s of 4 W
        assertThat(new Trace(TIME, POWER, true).mean(100)).isEqualTo(3.95);
        assertThat(new Trace(TIME, POWER, false).mean(10)).isEqualTo(8);
        assertThat(new Trace(TIME, POWER, false).steps(60)).isEqualTo(1);
        assertThat(new Trace(TIME, POWER, false).steps(61)).isEqualTo(2);
    }

    @Test
    void nextPointIsNeverNow() {
        var steps = new Trace(TIME, POWER, false);
        assertThat(steps.next(0)).isEqualTo(20);
        assertThat(steps.next(20)).isEqualTo(60);
        assertThat(steps.next(60)).isInfinite();
    }

    @Test
    void timeThatGoesBackwardsIsRefused() {
        assertThatThrownBy(() -> new Trace(new double[] {0, 5, 4}, new double[3], false)).hasMessageContaining("4.0 s follows 5.0 s");
    }
}
