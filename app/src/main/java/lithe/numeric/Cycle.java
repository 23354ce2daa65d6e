// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.ArrayList;
import java.util.List;

/// The V-cycle over all grids: a symmetric approximation of the inverse.
///
/// Going down: z lines of the first colour, of the second, what is left summed over groups of columns. Coming up: the
/// coarse correction, constant over each group, then the colours in reversed order, which keeps the cycle symmetric.
final class Cycle {

    /// Below so many cells a loop is not worth waking another thread.
    private static final int WORTH_SHARING = 20_000;

    /// A grid, how it is made coarser (null for the last), and the scratch rows of each worker.
    private final List<Stage> stages = new ArrayList<>();

    private final Workers workers;
    private final double[] part;

    private static final class Stage {
        final Level level;
        final Level.Scratch[] scratch;
        final Workers workers;
        Coarsening coarsening;
        int[][] place;
        int[] firstRow;

        Stage(Level level, Workers workers, Coarsening coarsening) {
            this.level = level;
            this.workers = level.operator.cells() < WORTH_SHARING ? Workers.of(1) : workers;
            this.coarsening = coarsening;
            scratch = new Level.Scratch[workers.threads()];
            for (int w = 0; w < scratch.length; w++) {
                scratch[w] = level.scratch();
            }
            place = new int[2][];
            firstRow = new int[0];
        }

        void linkTo(Stage coarse) {
            for (int h = 0; h < 2; h++) {
                place[h] = level.places(h, coarsening.groupX(), coarse.level);
            }
            firstRow = new int[coarse.level.ny + 1];
            int[] group = coarsening.groupY();
            for (int j = 0; j < group.length; j++) {
                firstRow[group[j] + 1] = j + 1;
            }
        }
    }

    Cycle(SevenPoint finest, Workers workers) {
        this.workers = workers;
        part = new double[finest.ny];
        SevenPoint a = finest;
        while (true) {
            var stage = new Stage(new Level(a), workers, Coarsening.of(a));
            if (!stages.isEmpty()) {
                stages.getLast().linkTo(stage);
            }
            stages.add(stage);
            if (a.nx * a.ny == 1) {
                break;
            }
            a = stage.coarsening.operator();
        }
        stages.forEach(this::pack);
    }

    private void pack(Stage stage) {
        stage.workers.share(stage.level.ny, (from, to, _) -> {
            stage.level.packConductances(from, to);
            stage.level.factor(from, to);
        });
    }

    Level finest() {
        return stages.getFirst().level;
    }

    /// Bytes of all grids, and of the operators of the coarser ones.
    long bytes() {
        long sum = 0;
        for (Stage stage : stages) {
            sum += stage.level.bytes();
            sum += stage == stages.getFirst() ? 0 : 4L * Double.BYTES * stage.level.operator.cells();
        }
        return sum;
    }

    void refreshSink() {
        for (int s = 0; s + 1 < stages.size(); s++) {
            stages.get(s).coarsening.refreshSink(stages.get(s + 1).level.operator);
        }
        for (Stage stage : stages) {
            stage.workers.share(stage.level.ny, (from, to, _) -> stage.level.factor(from, to));
        }
    }

    void refresh() {
        for (int s = 0; s + 1 < stages.size(); s++) {
            var coarse = stages.get(s + 1).level.operator;
            stages.get(s).coarsening.refreshConductances(coarse);
            stages.get(s).coarsening.refreshSink(coarse);
        }
        stages.forEach(this::pack);
    }

    /// Replaces x of the finest grid by the cycle's answer to its b.
    ///
    /// @return b · x
    double run() {
        descend(0);
        var top = stages.getFirst();
        workers.share(top.level.ny, (from, to, w) -> {
            for (int j = from; j < to; j++) {
                part[j] = top.level.dot(j, top.scratch[w]);
            }
        });
        double sum = 0;
        for (double value : part) {
            sum += value;
        }
        return sum;
    }

    private void descend(int depth) {
        var here = stages.get(depth);
        var level = here.level;
        here.workers.share(level.ny, (from, to, w) -> level.relaxFromZero(0, from, to, here.scratch[w]));
        if (depth + 1 == stages.size()) {
            return;
        }
        var coarse = stages.get(depth + 1).level;
        here.workers.share(level.ny, (from, to, w) -> level.relax(1, from, to, here.scratch[w]));
        here.workers.share(coarse.ny, (from, to, w) -> {
            for (int j = from; j < to; j++) {
                level.restrict(here.place, here.firstRow[j], here.firstRow[j + 1], coarse, j, here.scratch[w]);
            }
        });
        descend(depth + 1);
        int[] group = here.coarsening.groupY();
        here.workers.share(level.ny, (from, to, _) -> {
            for (int j = from; j < to; j++) {
                level.prolong(here.place, j, coarse, group[j]);
            }
        });
        here.workers.share(level.ny, (from, to, w) -> level.relax(1, from, to, here.scratch[w]));
        here.workers.share(level.ny, (from, to, w) -> level.relax(0, from, to, here.scratch[w]));
    }
}
