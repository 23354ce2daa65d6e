// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lithe.device.Filling;
import lithe.geometry.Box;

/// Chooses the places of the plan whose stack is worth a look: where least is free, and in the middle of what matters.
final class Places {

    private Places() {}

    /// Stacks at those places; the one with the least free height first.
    static List<Stack> of(Layout layout, Columns columns) {
        List<Stack> stacks = new ArrayList<>();
        add(layout, columns, "battery", layout::battery, stacks);
        add(layout, columns, "SoC", p -> layout.name(p).equalsIgnoreCase("SoC") || layout.name(p).equals("AP"), stacks);
        add(layout, columns, "board", p -> layout.rules().in("board", layout.name(p)) && layout.outer(p) < 0, stacks);
        add(layout, columns, "camera", p -> layout.rules().in("camera", layout.name(p)), stacks);
        add(layout, columns, "chamber", p -> layout.part(p).filling() instanceof Filling.Chamber, stacks);
        var least = tightest(layout, columns);
        if (least != null) {
            stacks.add(0, least);
        }
        return stacks;
    }

    /// The middle of the largest box of a kind.
    private static void add(Layout layout, Columns columns, String where, IntPredicate kind, List<Stack> stacks) {
        IntStream.range(0, layout.count())
                .filter(kind)
                .boxed()
                .flatMap(p -> layout.part(p).boxes().stream())
                .max(Comparator.comparingDouble(Box::volume))
                .map(box -> columns.at(where, (box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2))
                .ifPresent(stacks::add);
    }

    /// The column with the least free height of those in which more stands than sheets and a frame.
    private static @org.jspecify.annotations.Nullable Stack tightest(Layout layout, Columns columns) {
        double[] best = {Double.POSITIVE_INFINITY, 0, 0};
        var body = layout.device().body();
        columns.visit(0, body.width(), 0, body.length(), (x0, x1, y0, y1, slices, sum) -> {
            boolean holds = slices.stream().anyMatch(s -> s.part() >= 0 && !layout.rules().cutToOutline(s.name()));
            boolean framed = slices.stream().anyMatch(s -> s.part() >= 0 && (layout.rules().in("frame", s.name()) || layout.rules().in("walls", s.name())));
            double free = slices.stream().filter(Stack.Slice::free).mapToDouble(Stack.Slice::thickness).sum();
            double x = (x0 + x1) / 2, y = (y0 + y1) / 2;
            if (holds && !framed && free < best[0] - Box.ROUNDING && body.covers(x, y)) {
                best[0] = free;
                best[1] = x;
                best[2] = y;
            }
        });
        return Double.isInfinite(best[0]) ? null : columns.at("least free height", best[1], best[2]);
    }
}
