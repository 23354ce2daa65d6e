// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The cell on its foils against the mean cell with the foils' resistance, where theory says they meet.
class FoilCellVerification {

    private static final Thermal HELD = new Thermal.Held(298.15);

    private static CellSimulator charged(CellSimulator cell) {
        cell.advance(new Control.Current(-12.4), List.of(new Stop.AtVoltage(4.48, true)), null);
        cell.advance(new Control.Voltage(4.48), List.of(new Stop.AtCurrent(0.45)), null);
        return cell;
    }

    @ParameterizedTest
    @EnumSource(Pack.Layout.class)
    @DisplayName("coupled and uncoupled foils agree: charge within 0.5 %, heat within 5 %, lithium conserved")
    void meets(Pack.Layout layout) {
        var pack = Pack.template(layout);
        var coupled = CellSimulator.onFoils(pack, 16, 16, Resolution.QUICK, HELD, CellSimulator.Options.STANDARD, 0.02);
        double lithium = coupled.lithium();
        charged(coupled);
        double foils = FoilField.uniform(pack.negative(), pack.negativeTabs(), 16, 16, 298.15).resistance()
                + FoilField.uniform(pack.positive(), pack.positiveTabs(), 16, 16, 298.15).resistance();
        var mean = charged(new CellSimulator(
                pack.cell().withResistance(foils), Model.SPM, Resolution.QUICK, HELD, CellSimulator.Options.STANDARD, 0.02));
        Figures.record("4", "coupled 16 × 16 foils against the mean cell, " + layout,
                "charge %+.2f %%, heat %+.2f %%, lithium %.1e".formatted(
                        100 * (coupled.delivered() / mean.delivered() - 1), 100 * (coupled.released() / mean.released() - 1),
                        coupled.lithium() / lithium - 1));
        assertThat(coupled.delivered() / mean.delivered()).isCloseTo(1, within(5e-3));
        assertThat(coupled.released() / mean.released()).isCloseTo(1, within(5e-2));
        assertThat(coupled.lithium() / lithium).isCloseTo(1, within(1e-12));
    }

    @Test
    @DisplayName("with foils that resist nothing it is the single-particle model")
    void limit() {
        var p = Pack.template(Pack.Layout.SINGLE_PATH);
        var perfect = new Pack(
                p.cell(), new Foil(p.negative().length(), 0.082, 1e-3, 1e-9, 0), p.negativeTabs(),
                new Foil(p.positive().length(), 0.082, 1e-3, 1e-9, 0), p.positiveTabs(), p.leads(), p.reported());
        var coupled = charged(CellSimulator.onFoils(perfect, 6, 4, Resolution.QUICK, HELD, CellSimulator.Options.STANDARD, 0.02));
        var alone = charged(new CellSimulator(p.cell(), Model.SPM, Resolution.QUICK, HELD, CellSimulator.Options.STANDARD, 0.02));
        assertThat(coupled.delivered() / alone.delivered()).isCloseTo(1, within(1e-4));
    }
}
