// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import lithe.device.Body;

/// How much of a rectangle in plan lies inside the rounded outline, exactly: corner columns keep their true area and
/// their true open sides, so neither footprint nor heat capacity depends on the mesh.
///
/// @param body the body
record Outline(Body body) {

    /// Area of a rectangle inside the outline, m².
    double area(double x0, double x1, double y0, double y1) {
        double area = (x1 - x0) * (y1 - y0);
        double w = body.width(), l = body.length();
        return area
                - missing(x0, x1, y0, y1)
                - missing(w - x1, w - x0, y0, y1)
                - missing(x0, x1, l - y1, l - y0)
                - missing(w - x1, w - x0, l - y1, l - y0);
    }

    /// Length inside the outline of a line x = const, m.
    double openX(double x, double y0, double y1) {
        double cut = rim(Math.min(x, body.width() - x));
        return Math.max(0, Math.min(y1, body.length() - cut) - Math.max(y0, cut));
    }

    /// Length inside the outline of a line y = const, m.
    double openY(double y, double x0, double x1) {
        double cut = rim(Math.min(y, body.length() - y));
        return Math.max(0, Math.min(x1, body.width() - cut) - Math.max(x0, cut));
    }

    /// How far the outline is from the corner's square at a distance from one side, m.
    private double rim(double off) {
        double r = body.cornerRadius();
        double u = r - off;
        return u <= 0 ? 0 : r - Math.sqrt(Math.max(0, r * r - u * u));
    }

    /// Part of a rectangle that the rounding at the origin takes away, m².
    private double missing(double x0, double x1, double y0, double y1) {
        double r = body.cornerRadius();
        double u0 = r - Math.min(x1, r), u1 = r - Math.min(Math.max(x0, 0), r);
        double v0 = r - Math.min(y1, r), v1 = r - Math.min(Math.max(y0, 0), r);
        if (u1 <= u0 || v1 <= v0) {
            return 0;
        }
        double inside = disc(u1, v1) - disc(u0, v1) - disc(u1, v0) + disc(u0, v0);
        return Math.max(0, (u1 - u0) * (v1 - v0) - inside);
    }

    /// Area shared by the rectangle (0…a, 0…b) and the disc of the corner radius, m².
    private double disc(double a, double b) {
        double r = body.cornerRadius();
        if (a * a + b * b <= r * r) {
            return a * b;
        }
        double until = Math.sqrt(Math.max(0, r * r - b * b));
        return b * until + under(Math.min(a, r)) - under(until);
    }

    /// ∫₀ᵘ √(r² − s²) ds, m².
    private double under(double u) {
        double r = body.cornerRadius();
        return 0.5 * (u * Math.sqrt(Math.max(0, r * r - u * u)) + r * r * Math.asin(Math.min(1, u / r)));
    }
}
