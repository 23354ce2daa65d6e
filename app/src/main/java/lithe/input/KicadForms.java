// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lithe.geometry.Curve;
import lithe.geometry.Polygon;
import lithe.input.Expression.Form;
import lithe.input.Expression.Word;
import org.jspecify.annotations.Nullable;

/// Takes lengths, curves and pads out of KiCad's expressions; every refusal has a position.
final class KicadForms {

    private static final double MM = 1e-3;
    /// KiCad's own limit is about ±2.1 m.
    private static final double FARTHEST = 2.2;

    private final String name;

    KicadForms(String name) {
        this.name = name;
    }

    /// Where a footprint stands: anticlockwise on the screen, whose y points down. A footprint on the back is stored
    /// mirrored already, so both sides use the same turn.
    record Turn(double x, double y, double angle) {
        static final Turn NONE = new Turn(0, 0, 0);

        double toX(double px, double py) {
            return x + px * Math.cos(angle) + py * Math.sin(angle);
        }

        double toY(double px, double py) {
            return y - px * Math.sin(angle) + py * Math.cos(angle);
        }
    }

    DesignFileException wrong(Expression at, String reason) {
        return new DesignFileException(name, at.line(), at.column(), reason);
    }

    Form one(Form owner, String child) {
        for (var item : owner.items()) {
            if (item instanceof Form f && f.name().equals(child)) {
                return f;
            }
        }
        throw wrong(owner, "(%s …) has no (%s …)".formatted(owner.name(), child));
    }

    String word(Form f, int index) {
        if (index < f.items().size() && f.items().get(index) instanceof Word w) {
            return w.text();
        }
        throw wrong(f, "(%s …) needs a word at place %d".formatted(f.name(), index));
    }

    /// Returns a word of a child, or an empty text when there is none.
    String optionalWord(Form owner, String child, int index) {
        for (var item : owner.items()) {
            if (item instanceof Form f
                    && f.name().equals(child)
                    && index < f.items().size()
                    && f.items().get(index) instanceof Word w) {
                return w.text();
            }
        }
        return "";
    }

    double number(Form f, int index) {
        var text = word(f, index);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(f.items().get(index), "'%s' in (%s …) is not a number".formatted(text, f.name()));
        }
        throw wrong(f.items().get(index), "'%s' in (%s …) is not a finite number".formatted(text, f.name()));
    }

    double length(Form f, int index) {
        double value = number(f, index) * MM;
        if (Math.abs(value) > FARTHEST) {
            throw wrong(f.items().get(index), "%s mm in (%s …) is outside ±2200 mm".formatted(word(f, index), f.name()));
        }
        return value;
    }

    Turn turn(Form footprint) {
        var at = one(footprint, "at");
        double angle = at.items().size() > 3 && at.items().get(3) instanceof Word ? number(at, 3) : 0;
        return new Turn(length(at, 1), length(at, 2), Math.toRadians(angle));
    }

    String reference(Form footprint) {
        for (var text : footprint.forms("fp_text")) {
            if (word(text, 1).equals("reference")) {
                return word(text, 2);
            }
        }
        for (var text : footprint.forms("property")) {
            if (word(text, 1).equals("Reference")) {
                return word(text, 2);
            }
        }
        return "";
    }

    /// Returns what a drawing element draws; texts and unknown elements draw nothing.
    List<Curve> curves(Form f, Turn turn) {
        var kind = f.name().substring(f.name().indexOf('_') + 1);
        return switch (kind) {
            case "line" -> List.of(placed(line(f), turn));
            case "arc" -> List.of(placed(arc(f), turn));
            case "circle" -> List.of(placed(circle(f), turn));
            case "rect" -> List.of(placed(rectangle(f), turn));
            case "curve" -> List.of(placed(bezier(f), turn));
            case "poly" -> {
                var shape = polygon(f);
                yield shape == null ? List.of() : List.of(placed(ring(shape), turn));
            }
            default -> List.of();
        };
    }

    private Curve line(Form f) {
        var a = one(f, "start");
        var b = one(f, "end");
        return Curve.line(length(a, 1), length(a, 2), length(b, 1), length(b, 2));
    }

    /// To format 5 an arc is centre, start and angle, from 6 on three points.
    private Curve arc(Form f) {
        var a = one(f, "start");
        var b = one(f, "end");
        if (f.has("mid")) {
            var m = one(f, "mid");
            return Curve.through(length(a, 1), length(a, 2), length(m, 1), length(m, 2), length(b, 1), length(b, 2));
        }
        return Curve.arc(
                length(a, 1), length(a, 2), length(b, 1), length(b, 2), Math.toRadians(number(one(f, "angle"), 1)));
    }

    private Curve circle(Form f) {
        var c = one(f, "center");
        var e = one(f, "end");
        double x = length(c, 1);
        double y = length(c, 2);
        return Curve.circle(x, y, Math.hypot(length(e, 1) - x, length(e, 2) - y));
    }

    private Curve rectangle(Form f) {
        var a = one(f, "start");
        var b = one(f, "end");
        double xa = length(a, 1);
        double ya = length(a, 2);
        double xb = length(b, 1);
        double yb = length(b, 2);
        return new Curve(new double[] {xa, xb, xb, xa, xa}, new double[] {ya, ya, yb, yb, ya});
    }

    private Curve bezier(Form f) {
        var points = one(f, "pts").forms("xy");
        if (points.size() != 4) {
            throw wrong(f, "a curve needs 4 points, but has " + points.size());
        }
        double[] x = new double[4];
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            x[i] = length(points.get(i), 1);
            y[i] = length(points.get(i), 2);
        }
        return Curve.bezier(x, y);
    }

    /// Returns the polygon of a form's points, or null when it has fewer than three.
    @Nullable Polygon polygon(Form f) {
        List<double[]> points = new ArrayList<>();
        for (var item : one(f, "pts").items()) {
            if (item instanceof Form p && p.name().equals("xy")) {
                points.add(new double[] {length(p, 1), length(p, 2)});
            } else if (item instanceof Form p && p.name().equals("arc")) {
                var arc = arc(p);
                for (int i = 0; i < arc.x().length; i++) {
                    points.add(new double[] {arc.x()[i], arc.y()[i]});
                }
            }
        }
        if (points.size() < 3) {
            return null;
        }
        return new Polygon(
                points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray());
    }

    /// Returns a pad as a turned rectangle; its angle already includes the footprint's.
    Polygon pad(Form pad, Turn turn) {
        var at = one(pad, "at");
        var size = one(pad, "size");
        double angle = at.items().size() > 3 && at.items().get(3) instanceof Word ? number(at, 3) : 0;
        double px = length(at, 1);
        double py = length(at, 2);
        var own = new Turn(turn.toX(px, py), turn.toY(px, py), Math.toRadians(angle));
        double w = Math.abs(length(size, 1)) / 2;
        double h = Math.abs(length(size, 2)) / 2;
        double[] cx = {-w, w, w, -w};
        double[] cy = {-h, -h, h, h};
        double[] x = new double[4];
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            x[i] = own.toX(cx[i], cy[i]);
            y[i] = own.toY(cx[i], cy[i]);
        }
        return new Polygon(x, y);
    }

    /// Returns a pad's area over that of its rectangle.
    double roundness(Form pad) {
        var size = one(pad, "size");
        double w = Math.abs(length(size, 1));
        double h = Math.abs(length(size, 2));
        return switch (word(pad, 3)) {
            case "circle" -> Math.PI / 4;
            case "oval" -> 1 - (1 - Math.PI / 4) * Math.min(w, h) / Math.max(Math.max(w, h), 1e-9);
            default -> 1;
        };
    }

    private static Curve ring(Polygon shape) {
        int n = shape.x().length;
        double[] x = Arrays.copyOf(shape.x(), n + 1);
        double[] y = Arrays.copyOf(shape.y(), n + 1);
        x[n] = x[0];
        y[n] = y[0];
        return new Curve(x, y);
    }

    private static Curve placed(Curve curve, Turn turn) {
        double[] x = new double[curve.x().length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = turn.toX(curve.x()[i], curve.y()[i]);
            y[i] = turn.toY(curve.x()[i], curve.y()[i]);
        }
        return new Curve(x, y);
    }
}
