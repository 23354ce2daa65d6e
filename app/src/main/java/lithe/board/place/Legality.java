// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.ArrayList;
import java.util.List;
import lithe.geometry.Box;
import lithe.geometry.Rectangle;

/// Proves a placement legal, block by block and pair by pair; shares no code with the placers.
public final class Legality {

    private Legality() {}

    /// Lists everything that is wrong.
    ///
    /// @param problem what was to be placed
    /// @param placement where it stands
    /// @return a sentence for each violation; empty when legal
    public static List<String> violations(Problem problem, Placement placement) {
        List<String> wrong = new ArrayList<>();
        int n = problem.blocks().size();
        if (placement.x().length != n || placement.face().length != n) {
            return List.of("placement has %d blocks, the problem %d".formatted(placement.x().length, n));
        }
        for (int i = 0; i < n; i++) {
            alone(problem, placement, i, wrong);
            for (int j = i + 1; j < n; j++) {
                pair(problem, placement, i, j, wrong);
            }
        }
        return wrong;
    }

    private static void alone(Problem problem, Placement placement, int i, List<String> wrong) {
        var block = problem.blocks().get(i);
        int face = placement.face()[i];
        if (face < 0 || face >= problem.planes().size() || !block.faces().contains(face)) {
            wrong.add("%s stands on face %d, where it may not".formatted(block.name(), face));
            return;
        }
        var plane = problem.planes().get(face);
        var box = placement.box(problem, i);
        if (!plane.usable().contains(box)) {
            wrong.add("%s sticks out of %s".formatted(block.name(), plane.name()));
        }
        for (var keepOut : plane.blocked()) {
            double dx = Math.min(box.right(), keepOut.right()) - Math.max(box.x(), keepOut.x());
            double dy = Math.min(box.bottom(), keepOut.bottom()) - Math.max(box.y(), keepOut.y());
            if (dx > Box.ROUNDING && dy > Box.ROUNDING) {
                wrong.add("%s covers a keep-out of %s".formatted(block.name(), plane.name()));
            }
        }
        if (block.tall() > plane.heightLimit()) {
            wrong.add("%s is %s m tall, %s allows %s m".formatted(block.name(), block.tall(), plane.name(), plane.heightLimit()));
        }
        var fixed = block.fixed();
        if (fixed != null
                && (fixed.face() != face
                        || fixed.turned() != placement.turned()[i]
                        || Math.abs(fixed.x() - box.x()) > Box.ROUNDING
                        || Math.abs(fixed.y() - box.y()) > Box.ROUNDING)) {
            wrong.add("%s is locked but was moved".formatted(block.name()));
        }
        if (block.edge() && !onRim(box, plane.usable().bounds())) {
            wrong.add("%s must stand at the rim of %s".formatted(block.name(), plane.name()));
        }
        if (placement.turned()[i] && !block.turnable()) {
            wrong.add("%s may not turn".formatted(block.name()));
        }
    }

    private static boolean onRim(Rectangle box, Rectangle rim) {
        return Math.abs(box.x() - rim.x()) <= Box.ROUNDING
                || Math.abs(box.y() - rim.y()) <= Box.ROUNDING
                || Math.abs(box.right() - rim.right()) <= Box.ROUNDING
                || Math.abs(box.bottom() - rim.bottom()) <= Box.ROUNDING;
    }

    private static void pair(Problem problem, Placement placement, int i, int j, List<String> wrong) {
        var a = problem.blocks().get(i);
        var b = problem.blocks().get(j);
        var boxA = placement.box(problem, i);
        var boxB = placement.box(problem, j);
        double dx = Math.max(boxA.x(), boxB.x()) - Math.min(boxA.right(), boxB.right());
        double dy = Math.max(boxA.y(), boxB.y()) - Math.min(boxA.bottom(), boxB.bottom());
        double needed = (a.gap() + b.gap()) / 2;
        int faceA = placement.face()[i];
        int faceB = placement.face()[j];
        if (faceA == faceB && Math.max(dx, dy) < needed - Box.ROUNDING) {
            wrong.add("%s and %s keep %s m, %s m are needed".formatted(a.name(), b.name(), Math.max(dx, dy), needed));
        }
        var plane = faceA >= 0 && faceA < problem.planes().size() ? problem.planes().get(faceA) : null;
        if (plane != null
                && plane.facing() == faceB
                && Math.max(dx, dy) < -Box.ROUNDING
                && a.tall() + b.tall() > plane.sharedHeight() + Box.ROUNDING) {
            wrong.add("%s and %s face each other and need %s m of %s m".formatted(a.name(), b.name(), a.tall() + b.tall(), plane.sharedHeight()));
        }
    }
}
