// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Conservation, balances, observed orders and the standard mesh.
class CellVerification {

    private static final CellSimulator.Options FINE =
            CellSimulator.Options.STANDARD.withTolerance(2e-6).withChargeStep(0.005);

    @ParameterizedTest
    @EnumSource(Model.class)
    @DisplayName("lithium and salt are conserved to 1e-12 over a CC-CV charge")
    void conserved(Model model) {
        var set = ParameterLibrary.named("Ai2020");
        var cell = new CellSimulator(
                set, model, Resolution.STANDARD, Thermal.lumped(set, 298.15), CellSimulator.Options.STANDARD, 0);
        double lithium = cell.lithium();
        double salt = cell.salt();
        var run = CellRun.of(cell, Protocol.of("Charge at 2C until 4.2 V; Hold at 4.2 V until C/20", set));
        assertThat(run.limit()).isNull();
        double lost = Math.abs(cell.lithium() / lithium - 1);
        double drift = salt == 0 ? 0 : Math.abs(cell.salt() / salt - 1);
        // the state of charge is counted; the particles must hold just that
        double counted = Math.abs(cell.charge() - cell.chargeInParticles());
        Figures.record("4", "conservation, " + model.word(),
                "lithium %.1e, salt %.1e, counted charge %.1e".formatted(lost, drift, counted));
        assertThat(lost).isLessThan(1e-12);
        assertThat(drift).isLessThan(1e-12);
        assertThat(counted).isLessThan(1e-10);
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    @DisplayName("work in = enthalpy stored + heat out, over charge and rest, to 0.1 % of the heat")
    void energy(Model model) {
        var set = ParameterLibrary.named("Marquis2019");
        var cell = new CellSimulator(set, model, Resolution.STANDARD, new Thermal.Held(298.15), FINE, 0);
        CellRun.of(cell, Protocol.of("Charge at 2C for 20 min; Rest for 10 h", set));
        double stored = enthalpy(set, cell.charge());
        double balance = -cell.work() - stored - cell.released();
        double part = Math.abs(balance) / cell.released();
        Figures.record("4", "energy balance, " + model.word(),
                "%.2g %% of the heat of a 2C charge and rest".formatted(100 * part));
        assertThat(part).isLessThan(1e-3);
    }

    /// ∫ (U − T₀ ∂U/∂T) dq from 0 to a state of charge at rest, J.
    private static double enthalpy(ParameterSet set, double charge) {
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double s = (i + 0.5) / n * charge;
            double x = set.negative().stoichiometry(s);
            double y = set.positive().stoichiometry(s);
            sum += set.positive().potential().at(y) - 298.15 * set.positive().entropy().at(y)
                    - set.negative().potential().at(x) + 298.15 * set.negative().entropy().at(x);
        }
        return sum / n * charge * set.capacity();
    }

    @Test
    @DisplayName("the phone cell gives the capacity it states, between its own voltages")
    void statedCapacity() {
        var set = ParameterLibrary.named("phone-LCO-4.48V");
        var cell = new CellSimulator(
                set, Model.DFN, Resolution.QUICK, new Thermal.Held(298.15), CellSimulator.Options.STANDARD, 0.5);
        CellRun.of(cell, Protocol.of("Charge at C/5 until 4.48 V; Hold at 4.48 V until C/50", set));
        double full = cell.delivered();
        CellRun.of(cell, Protocol.of("Discharge at C/5 until 3.0 V", set));
        double given = (cell.delivered() - full) / 3600;
        Figures.record("4", "phone-LCO-4.48V, capacity to C/50 at 4.48 V, back at C/5", "%.3f Ah of 4.500".formatted(given));
        assertThat(given).isBetween(0.99 * 4.5, 1.01 * 4.5);
    }

    @Test
    @DisplayName("error falls with the square of the shell thickness")
    void orderInRadius() {
        double exact = voltage(Model.SPM, shells(640), FINE);
        double coarse = Math.abs(voltage(Model.SPM, shells(20), FINE) - exact);
        double fine = Math.abs(voltage(Model.SPM, shells(40), FINE) - exact);
        double order = Math.log(coarse / fine) / Math.log(2);
        Figures.record("4", "observed order in r", "%.2f".formatted(order));
        assertThat(order).isBetween(1.8, 3.2);
    }

    @Test
    @DisplayName("error falls with the square of the cell width")
    void orderAcross() {
        double exact = voltage(Model.DFN, coats(96), FINE);
        double coarse = Math.abs(voltage(Model.DFN, coats(8), FINE) - exact);
        double fine = Math.abs(voltage(Model.DFN, coats(16), FINE) - exact);
        double order = Math.log(coarse / fine) / Math.log(2);
        Figures.record("4", "observed order in x", "%.2f".formatted(order));
        assertThat(order).isBetween(1.8, 2.4);
    }

    @Test
    @DisplayName("error falls with the square of the time step")
    void orderInTime() {
        double exact = stepped(0.5);
        double coarse = Math.abs(stepped(20) - exact);
        double fine = Math.abs(stepped(10) - exact);
        double order = Math.log(coarse / fine) / Math.log(2);
        Figures.record("4", "observed order in t", "%.2f".formatted(order));
        assertThat(order).isBetween(1.8, 2.3);
    }

    @Test
    @DisplayName("the standard mesh is within 1 mV of the fine one from the fourth second of a 3C charge on")
    void standardMesh() {
        var fine = charge(Resolution.FINE, FINE);
        var standard = charge(Resolution.STANDARD, CellSimulator.Options.STANDARD);
        double worst = 0;
        double end = Math.min(fine.last(Trace.Column.TIME), standard.last(Trace.Column.TIME));
        for (double t = 4; t < end; t += t < 60 ? 1 : 10) {
            worst = Math.max(worst,
                    Math.abs(fine.at(Trace.Column.VOLTAGE, t) - standard.at(Trace.Column.VOLTAGE, t)));
        }
        Figures.record("4", "standard mesh against the fine mesh, DFN 3C charge", "%.2f mV".formatted(1e3 * worst));
        assertThat(worst).isLessThan(1e-3);
    }

    private static Trace charge(Resolution mesh, CellSimulator.Options options) {
        var set = ParameterLibrary.named("Marquis2019");
        var cell = new CellSimulator(set, Model.DFN, mesh, new Thermal.Held(298.15), options, 0);
        return CellRun.of(cell, Protocol.of("Charge at 3C until 4.1 V", set)).trace();
    }

    private static Resolution shells(int n) {
        return new Resolution(4, 2, 4, n, 0, 0, false);
    }

    private static Resolution coats(int n) {
        return new Resolution(n, n / 2, n, 24, 3, 0, false);
    }

    private static double voltage(Model model, Resolution mesh, CellSimulator.Options options) {
        var set = ParameterLibrary.named("Marquis2019");
        var cell = new CellSimulator(set, model, mesh, new Thermal.Held(298.15), options, 1);
        cell.advance(new Control.Current(set.current(2)), List.of(new Stop.After(150)), null);
        return cell.voltage();
    }

    /// Voltage after the current fell from 2C to 1C and 400 s passed in equal steps.
    private static double stepped(double step) {
        var set = ParameterLibrary.named("Marquis2019");
        var cell = new CellSimulator(
                set, Model.DFN, new Resolution(8, 4, 8, 12, 2, 0, false), new Thermal.Held(298.15), FINE, 1);
        var control = new Control.Current(set.current(2));
        cell.advance(control, List.of(new Stop.After(300)), null);
        cell.options(new CellSimulator.Options(1e9, 1, step, true));
        cell.advance(control, List.of(new Stop.After(400)), null);
        return cell.voltage();
    }
}
