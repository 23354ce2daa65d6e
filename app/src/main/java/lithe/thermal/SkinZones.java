// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.LinkedHashMap;
import java.util.Map;
import lithe.device.Face;

/// Zones of a skin, within which films, radiation and hands are taken at the mean temperature of the zone. Linear in a
/// reference state, a hand by its mean slope up to there; what they take beyond that is the zone's own.
final class SkinZones {

    /// Zones of the front and the back along the shorter and the longer side; one for each edge and posture patch.
    private static final int ACROSS = 3;

    private static final int ALONG = 5;

    private final Skin skin;
    private final Grid grid;
    private final int[] of;
    private final int count;
    private final Skin.Zone[] zone;
    private final double[] slope;
    private final double[] flow;
    private final double[] start;

    /// @param skin settled in the reference state
    /// @param u rise of each cell in that state, K
    SkinZones(Skin skin, Grid grid, double[] u) {
        this.skin = skin;
        this.grid = grid;
        of = new int[skin.pieces];
        count = number();
        zone = new Skin.Zone[count];
        slope = new double[count];
        flow = new double[count];
        start = new double[count];
        linearise(u);
    }

    private int number() {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        for (int e = 0; e < skin.pieces; e++) {
            long key = skin.kind[e];
            if (!skin.linear() && (skin.face(e) == Face.FRONT || skin.face(e) == Face.BACK)) {
                double x = grid.x.middle(skin.cell[e] % grid.nx()) / grid.plan.device().body().width();
                double y = grid.y.middle(skin.cell[e] / grid.nx() % grid.ny()) / grid.plan.device().body().length();
                key += 1000L * (1 + (int) (x * ACROSS) + ACROSS * (int) (y * ALONG));
            }
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(key, next);
            of[e] = known == null ? next : known;
        }
        return numbers.size();
    }

    /// Slope, flow and temperature of each zone in the reference state.
    private void linearise(double[] u) {
        double[] area = new double[count], half = new double[count];
        for (int e = 0; e < skin.pieces; e++) {
            int z = of[e];
            area[z] += skin.area[e];
            half[z] += skin.half[e];
            zone[z] = new Skin.Zone(skin.kind[e], area[z], half[z]);
            slope[z] += skin.slope[e];
            flow[z] += skin.flow[e];
            start[z] += skin.slope[e] * u[skin.cell[e]];
        }
        for (int z = 0; z < count; z++) {
            start[z] = slope[z] == 0 ? 0 : start[z] / slope[z];
        }
    }

    int count() {
        return count;
    }

    /// One watt on a zone, spread over the cells like its slopes.
    double[] heated(int zone) {
        double[] b = new double[grid.cells()];
        for (int e = 0; e < skin.pieces; e++) {
            if (of[e] == zone && slope[zone] > 0) {
                b[skin.cell[e]] += skin.slope[e] / slope[zone];
            }
        }
        return b;
    }

    /// Adds the mean rise of each zone, weighted with its slopes, K.
    void read(double[] u, double[] out, int from) {
        for (int e = 0; e < skin.pieces; e++) {
            int z = of[e];
            out[from + z] += slope[z] == 0 ? 0 : skin.slope[e] / slope[z] * u[skin.cell[e]];
        }
    }

    /// Heat a zone keeps beyond the linear law at a rise, W: reference flow and the curvature of films, radiation and hands.
    double beyond(int z, double u) {
        if (slope[z] == 0) {
            return 0;
        }
        double flows = skin.linear() ? flow[z] + slope[z] * (u - start[z]) : skin.zoneFlow(zone[z], u, flow[z], start[z]);
        return slope[z] * u - flows;
    }
}
