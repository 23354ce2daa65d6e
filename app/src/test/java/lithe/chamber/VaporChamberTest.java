// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lithe.units.Grade;
import org.junit.jupiter.api.Test;

class VaporChamberTest {

    static final Wick WICK = new Wick.Measured(80e-6, 0.65, 3e-11, 40e-6, 2, Grade.ESTIMATE);
    static final VaporChamber CHAMBER = VaporChamber.of(0.3e-3, 50e-6, Metal.COPPER, WICK);

    @Test
    void wallsAndWickLeaveTheVaporGap() {
        assertThat(CHAMBER.vaporHeight()).isEqualTo(120e-6, within(1e-12));
    }

    @Test
    void metresByMistakeAreRefused() {
        assertThatThrownBy(() -> CHAMBER.withThickness(0.3))
                .hasMessage("chamber thickness must be between 1.0E-4 and 0.003 m, but is 0.3 m");
    }

    @Test
    void aWickThatLeavesNoVaporIsRefused() {
        assertThatThrownBy(() -> CHAMBER.withWick(WICK.withThickness(200e-6)))
                .hasMessageContaining("no room for vapor");
    }

    @Test
    void theEquivalentSolidFollowsTheTableOfTheGuide() {
        // copper 2 × 50 µm, wick 80 µm, vapor 120 µm; the guide counts walls and open core without slip and wick
        double[][] table = {{20, 440}, {30, 1007}, {40, 2418}, {50, 5670}, {60, 12683}, {80, 54261}};
        for (var row : table) {
            var s = Water.at(row[0] + 273.15);
            double k = (2 * CHAMBER.condenserSheet() + s.coreConductivity(120e-6) * 120e-6) / 0.3e-3;
            assertThat(k).as("%.0f °C", row[0]).isEqualTo(row[1], within(1.0 + 1e-4 * row[1]));
        }
    }

    @Test
    void slipHelpsMostInTheCold() {
        assertThat(Water.at(293.15).slip(100e-6)).isEqualTo(1.11, within(0.01));
        assertThat(Water.at(303.15).slip(100e-6)).isEqualTo(1.07, within(0.01));
        assertThat(Water.at(323.15).slip(100e-6)).isEqualTo(1.025, within(0.001));
    }

    @Test
    void pillarsSlowTheVaporAndCarryHeat() {
        var posts = CHAMBER.withPillars(Pillars.copper(1.5e-3, 0.3e-3));
        var s = Water.at(323.15);
        assertThat(posts.vaporSheet(s)).isLessThan(CHAMBER.vaporSheet(s)).isGreaterThan(0.8 * CHAMBER.vaporSheet(s));
        double wallToWall = 1 / (1 / posts.evaporatorConductance(s) + 1 / posts.condenserConductance(s));
        double without = 1 / (1 / CHAMBER.evaporatorConductance(s) + 1 / CHAMBER.condenserConductance(s));
        assertThat(wallToWall).isEqualTo(without + posts.pillarConductance(s), within(1e-9 * without));
    }

    @Test
    void thinnerPostsAtEqualShareHinderMore() {
        double thin = Pillars.permeability(0.05, 0.2e-3), thick = Pillars.permeability(0.05, 0.8e-3);
        assertThat(thin).isLessThan(thick);
    }

    @Test
    void belowFreezingOnlyWallsConduct() {
        var ice = Water.at(263.15);
        assertThat(CHAMBER.vaporConductivity(ice)).isLessThan(0.03);
        assertThat(CHAMBER.evaporatorConductance(ice)).isLessThan(500);
        assertThat(CHAMBER.evaporatorCapacity(Water.at(272.65))).isGreaterThan(17_000);
    }

    @Test
    void aFillAboveOneThickensTheFilmAndBelowOneStarvesTheWick() {
        var s = Water.at(323.15);
        assertThat(CHAMBER.withCharge(1.5, 0).vaporHeight()).isEqualTo(94e-6, within(1e-9));
        assertThat(CHAMBER.withCharge(0.6, 0).liquidFlow(s)).isEqualTo(0.216 * CHAMBER.liquidFlow(s), within(1e-12));
    }

    @Test
    void aFineLayerOverACoarseOnePullsLikeTheFineAndFlowsLikeTheCoarse() {
        var coarse = Wick.Mesh.trade(100, 220e-6);
        var fine = Wick.Mesh.trade(300, 70e-6);
        var both = new Wick.Layers(List.of(fine, coarse));
        assertThat(both.poreRadius()).isEqualTo(fine.poreRadius());
        assertThat(both.permeability() * both.thickness())
                .isEqualTo(
                        coarse.permeability() * 220e-6 + fine.permeability() * 70e-6, within(1e-20));
        assertThat(both.conductivity(0.64)).isBetween(fine.conductivity(0.64) * 0.99, coarse.conductivity(0.64) * 1.01);
    }

    @Test
    void theTableReturnsWhatTheChamberSays() {
        var table = new SheetTable(CHAMBER);
        for (double t = 280; t < 390; t += 3.37) {
            var s = Water.at(t);
            assertThat(table.vaporSheet(t)).isEqualTo(CHAMBER.vaporSheet(s), within(3e-5 * CHAMBER.vaporSheet(s)));
            assertThat(table.evaporator(t))
                    .isEqualTo(CHAMBER.evaporatorConductance(s), within(3e-5 * CHAMBER.evaporatorConductance(s)));
            assertThat(table.pressure(t)).isEqualTo(s.pressure(), within(3e-5 * s.pressure()));
        }
        assertThat(table.vaporSheet(320, 324)).isBetween(table.vaporSheet(321.9), table.vaporSheet(322.4));
    }

    @Test
    void everyKindOfWickIsUsable() {
        var kinds = List.of(
                Wick.Mesh.trade(200, 100e-6),
                new Wick.Powder(50e-6, 0.45, 100e-6, Metal.COPPER),
                new Wick.Grooves(50e-6, 60e-6, 0.4, Metal.COPPER),
                new Wick.Fibre(20e-6, 0.8, 100e-6, Metal.COPPER),
                new Wick.Micropillars(20e-6, 50e-6, 60e-6, Metal.COPPER),
                WICK);
        for (var wick : kinds) {
            assertThat(wick.permeability()).as(wick.label()).isBetween(1e-13, 1e-9);
            assertThat(wick.poreRadius()).as(wick.label()).isBetween(5e-6, 2e-4);
            assertThat(wick.conductivity(0.64)).as(wick.label()).isBetween(0.64, 400.0);
            assertThat(wick.conductivity(0.02)).as(wick.label()).isLessThan(wick.conductivity(0.64));
            assertThat(wick.withThickness(33e-6).thickness()).isEqualTo(33e-6);
        }
    }
}
