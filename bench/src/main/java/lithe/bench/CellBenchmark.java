// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import lithe.cell.CellSimulator;
import lithe.cell.Control;
import lithe.cell.Model;
import lithe.cell.Pack;
import lithe.cell.ParameterLibrary;
import lithe.cell.ParameterSet;
import lithe.cell.Resolution;
import lithe.cell.Stop;
import lithe.cell.Thermal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Whole charges and discharges of one cell, set-up included, one thread.
///
/// On the quick mesh: against the converged answer 0.35 mV at 1C and 1.3 mV in the fourth second of 3C, 0.5 mV after a
/// minute.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CellBenchmark {

    private static final Thermal HELD = new Thermal.Held(298.15);
    private final ParameterSet marquis = ParameterLibrary.named("Marquis2019");
    private final ParameterSet ai = ParameterLibrary.named("Ai2020-as-shipped");
    private final Pack pack = Pack.template(Pack.Layout.SPLIT_NEGATIVE);
    private int draw;

    /// Made by JMH.
    public CellBenchmark() {}

    private CellSimulator discharge(Model model) {
        var cell = new CellSimulator(marquis, model, Resolution.QUICK, HELD, CellSimulator.Options.STANDARD, 1);
        cell.advance(new Control.Current(marquis.current(1)), List.of(new Stop.AtVoltage(3.105, false)), null);
        return cell;
    }

    /// DFN, 1C discharge.
    ///
    /// @return the cell
    @Benchmark
    public CellSimulator dfn() {
        return discharge(Model.DFN);
    }

    /// SPMe, 1C discharge.
    ///
    /// @return the cell
    @Benchmark
    public CellSimulator spme() {
        return discharge(Model.SPME);
    }

    /// SPM, 1C discharge.
    ///
    /// @return the cell
    @Benchmark
    public CellSimulator spm() {
        return discharge(Model.SPM);
    }

    /// DFN, 2C CC-CV charge to C/20 with lumped heat.
    ///
    /// @return the cell
    @Benchmark
    public CellSimulator constantCurrentConstantVoltage() {
        var options = CellSimulator.Options.STANDARD.withoutMixing();
        var cell = new CellSimulator(ai, Model.DFN, Resolution.QUICK, Thermal.lumped(ai, 298.15), options, 0);
        cell.advance(new Control.Current(-ai.current(2)), List.of(new Stop.AtVoltage(4.2, true)), null);
        cell.advance(new Control.Voltage(4.2), List.of(new Stop.AtCurrent(0.114)), null);
        return cell;
    }

    /// One of a batch of thermal DFN charges at 1 to 3C, 10 to 40 °C and 5 to 50 W/(m² K).
    ///
    /// @return the cell
    @Benchmark
    public CellSimulator batch() {
        draw = (draw + 7) % 1000;
        double a = draw / 1000.0;
        double b = draw * 37 % 1000 / 1000.0;
        double c = draw * 611 % 1000 / 1000.0;
        var thermal = new Thermal.Lumped(marquis.heatCapacity(), 0.0569 * (5 + 45 * b), 283.15 + 30 * c);
        var options = CellSimulator.Options.STANDARD.withoutMixing().withTolerance(2e-4);
        var cell = new CellSimulator(marquis, Model.DFN, Resolution.QUICK, thermal, options, 0);
        cell.advance(new Control.Current(-marquis.current(1 + 2 * a)), List.of(new Stop.AtVoltage(4.1, true)), null);
        return cell;
    }

    /// SPM on 16 × 16 places of both foils, CC-CV charge at 12.4 A.
    ///
    /// @return the cell
    @Benchmark
    public CellSimulator foils() {
        var cell = CellSimulator.onFoils(pack, 16, 16, Resolution.QUICK, HELD, CellSimulator.Options.STANDARD, 0);
        cell.advance(new Control.Current(-12.4), List.of(new Stop.AtVoltage(4.48, true)), null);
        cell.advance(new Control.Voltage(4.48), List.of(new Stop.AtCurrent(0.45)), null);
        return cell;
    }
}
