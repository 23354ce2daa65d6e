// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Protocols as users of battery tools write them.
class ProtocolTest {

    private final ParameterSet set = ParameterLibrary.named("Ai2020");

    @Test
    @DisplayName("a CC-CV charge is read, with C rates of the nominal capacity")
    void constantCurrentThenVoltage() {
        var steps = Protocol.of("Charge at 2C until 4.2 V; Hold at 4.2 V until C/20", set).steps();
        assertThat(steps.get(0).controls()).containsExactly(new Control.Current(-4.56));
        assertThat(steps.get(0).stops()).containsExactly(new Stop.AtVoltage(4.2, true));
        assertThat(steps.get(1).controls()).containsExactly(new Control.Voltage(4.2));
        assertThat(steps.get(1).stops()).containsExactly(new Stop.AtCurrent(set.current(1 / 20.0)));
    }

    @Test
    @DisplayName("limits, rests, powers, times and several stops are read")
    void everythingElse() {
        var steps = Protocol.of(
                        "Charge at 3C with 4.2 V and margin 5 mV until C/10; Rest for 1 h\n"
                                + "Discharge at 5 W for 10 min or until 3.0 V; Discharge at 500 mA until 20 %",
                        set)
                .steps();
        assertThat(steps.get(0).controls())
                .containsExactly(new Control.Current(-3 * 2.28), new Control.Voltage(4.2), new Control.Margin(5e-3));
        assertThat(steps.get(1).stops()).containsExactly(new Stop.After(3600));
        assertThat(steps.get(2).stops()).containsExactly(new Stop.After(600), new Stop.AtVoltage(3.0, false));
        assertThat(steps.get(3).stops()).containsExactly(new Stop.AtCharge(0.2, false));
    }

    @Test
    @DisplayName("what cannot be meant is refused with the step and an example")
    void refusals() {
        assertThatThrownBy(() -> Protocol.of("Charge at 2C", set)).hasMessageContaining("never ends");
        assertThatThrownBy(() -> Protocol.of("Charge at 2 V until 4 V", set)).hasMessageContaining("current or a power");
        assertThatThrownBy(() -> Protocol.of("Charge at 2C until C/20", set)).hasMessageContaining("never fades");
        assertThatThrownBy(() -> Protocol.of("Charge at 2C until 4.2 furlong", set)).hasMessageContaining("furlong");
        assertThatThrownBy(() -> Protocol.of("Sing", set)).hasMessageContaining("starts with");
        assertThatThrownBy(() -> Protocol.of(" ; ", set)).hasMessageContaining("at least one step");
    }

    @Test
    @DisplayName("a charge under a plating margin and a voltage limit keeps both")
    void limitsHold() {
        var cell = new CellSimulator(
                set, Model.DFN, Resolution.QUICK, new Thermal.Held(298.15), CellSimulator.Options.STANDARD, 0.1);
        var run = CellRun.of(cell, Protocol.of("Charge at 2C with 4.2 V and margin 10 mV until C/10", set));
        assertThat(run.limit()).isNull();
        assertThat(run.trace().least(Trace.Column.MARGIN)).isGreaterThan(0.010 - 1e-4);
        assertThat(run.trace().most(Trace.Column.VOLTAGE)).isLessThan(4.2 + 1e-4);
        assertThat(cell.charge()).isGreaterThan(0.7);
    }
}
