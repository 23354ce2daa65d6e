// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.util.concurrent.TimeUnit;
import lithe.chamber.Cooling;
import lithe.chamber.Mask;
import lithe.chamber.Metal;
import lithe.chamber.Shape;
import lithe.chamber.SheetTable;
import lithe.chamber.Sheets;
import lithe.chamber.VaporChamber;
import lithe.chamber.Wick;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The steady state of a chamber of 65 × 40 mm on its own at 0.25 mm: 41 600 cells in each of three sheets, conductances
/// following temperature, from an even start to a residual of 1e-7.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ChamberBenchmark {

    private final Mask mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), 0.25e-3);
    private final double[] heat = mask.heat(Shape.rectangle(10e-3, 7e-3, 10e-3, 10e-3), 4);
    private final double[] none = new double[mask.cells()];
    private final SheetTable table =
            new SheetTable(VaporChamber.of(0.3e-3, 50e-6, Metal.COPPER, Wick.Mesh.trade(250, 80e-6)));

    /// Made by JMH.
    public ChamberBenchmark() {}

    /// Sets up and solves.
    ///
    /// @return what it took
    @Benchmark
    public Sheets.Effort steady() {
        return new Sheets(mask, table, Cooling.even(mask, 100, 298.15), 1).steady(heat, none, 1e-7);
    }
}
