// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lithe.device.Body;
import lithe.device.Layer;
import lithe.geometry.Box;
import lithe.geometry.Direction;
import lithe.geometry.Slide;
import lithe.geometry.Slide.Obstacle;
import lithe.input.PartReader.Draft;
import org.jspecify.annotations.Nullable;

/// Says which smallest move of one part would bring it to a free place, for messages about places that cannot be.
final class CuringMove {

    /// Says nothing: there is no body to move in.
    static final CuringMove NONE = new CuringMove(Map.of(), null, List.of());

    /// Moves are looked for in this many messages, and for parts of not more pairs of boxes than this.
    private static final int MOST_TOLD = 20;

    private static final long MOST_PAIRS = 200_000;
    /// Moves are told in steps of this, m.
    private static final double STEP = 1e-5;

    private final Map<String, Draft> parts;
    private final @Nullable Body body;
    private final List<Layer> layers;

    CuringMove(Map<String, Draft> parts, @Nullable Body body, List<Layer> layers) {
        this.parts = parts;
        this.body = body;
        this.layers = layers;
    }

    private record Move(Draft part, Direction way, double distance) {}

    /// The smallest move of one of two parts that overlap, as the end of a sentence; empty when there is none.
    String apart(Draft first, Draft second, int told) {
        if (told > MOST_TOLD) {
            return "";
        }
        return words(smaller(smallest(second), smallest(first)));
    }

    /// The smallest move that brings a part back into the body, as the end of a sentence; empty when there is none.
    String back(Draft part) {
        return words(smallest(part));
    }

    private static @Nullable Move smaller(@Nullable Move a, @Nullable Move b) {
        return a == null || b != null && b.distance() < a.distance() ? b : a;
    }

    private static String words(@Nullable Move move) {
        return move == null
                ? ""
                : "; move \"%s\" %s %s".formatted(Problem.shown(move.part().name()), Stack.mm(move.distance()), move.way().words());
    }

    private @Nullable Move smallest(Draft part) {
        List<Box> moving = new ArrayList<>();
        List<Obstacle> others = new ArrayList<>();
        for (Draft other : parts.values()) {
            boolean along = other == part || Fit.around(parts, part, other);
            if (along) {
                other.boxes().forEach(placed -> moving.add(placed.box()));
            } else {
                other.boxes().forEach(placed -> others.add(new Obstacle(placed.box(), 0)));
            }
        }
        if (body == null || part.inside() != null || (long) moving.size() * others.size() > MOST_PAIRS) {
            return null;
        }
        Move best = null;
        for (Direction way : Direction.values()) {
            double least = moving.stream().mapToDouble(box -> -room(body, box, way.opposite())).max().orElse(0);
            double most = moving.stream().mapToDouble(box -> room(body, box, way)).min().orElse(0);
            OptionalDouble distance = Slide.least(moving, others, way, least, most);
            if (distance.isPresent() && distance.getAsDouble() > Box.ROUNDING) {
                double rounded = Math.ceil(distance.getAsDouble() / STEP - 1e-4) * STEP;
                best = smaller(best, new Move(part, way, rounded > most ? distance.getAsDouble() : rounded));
            }
        }
        return best;
    }

    private double room(Body body, Box box, Direction way) {
        return way.axis() == 2 ? Layer.room(layers, box, way) : body.outline().room(box, way);
    }
}
