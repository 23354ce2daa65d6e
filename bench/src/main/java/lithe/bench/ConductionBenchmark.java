// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.util.concurrent.TimeUnit;
import lithe.numeric.Convergence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The rows of [Conduction] under JMH. Cells: 29 260 f².
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ConductionBenchmark {

    /// Refinement of LB1 in x and y.
    @Param({"2", "4"})
    int refinement;

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private Conduction lb1 = new Conduction(1, 1, 1);
    private Conduction.Steps steps = lb1.new Steps();
    private Bandwidth memory = new Bandwidth(1);

    /// Made by JMH.
    public ConductionBenchmark() {}

    /// Meshes LB1.
    @Setup
    public void prepare() {
        lb1 = new Conduction(refinement, 1, threads);
        steps = lb1.new Steps();
        memory = new Bandwidth(threads);
    }

    /// A steady solve with its set-up.
    ///
    /// @return what the solver did
    @Benchmark
    public Convergence steady() {
        return lb1.solve();
    }

    /// An implicit step of 1 s.
    ///
    /// @return what the solver did
    @Benchmark
    public Convergence step() {
        return steps.step();
    }

    /// 192 MB through the memory, for comparison.
    @Benchmark
    public void triad() {
        memory.triad();
    }
}
