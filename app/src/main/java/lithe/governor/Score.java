// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Severity;

/// How a workload fared under its governors: adds up stretches of time in which caps and requests stay as they are.
public final class Score {

    private static final double THROTTLED = 1e-6;

    private final double frameRate;
    private final List<double[]> stretches = new ArrayList<>();
    private double first = Double.NaN;
    private double lost;
    private double frames;
    private double withheld;
    private double time;
    private double headroom = Double.NaN;
    private Severity severity = Severity.NONE;

    /// Starts at zero.
    ///
    /// @param frameRate frames per second that are wanted, Hz; NaN when none are
    public Score(double frameRate) {
        this.frameRate = frameRate;
    }

    /// Adds a stretch of time.
    ///
    /// @param from its start, s
    /// @param to its end, s
    /// @param performance speed over the speed asked for
    /// @param withheldPower power asked for and not granted, W
    public void add(double from, double to, double performance, double withheldPower) {
        if (Double.isNaN(first) && (performance < 1 - THROTTLED || withheldPower > THROTTLED)) {
            first = from;
        }
        double dt = to - from;
        stretches.add(new double[] {from, to, performance});
        withheld += dt * withheldPower;
        lost += dt * frameRate * (1 - performance);
        frames += dt * frameRate;
        time += dt;
    }

    /// Hears what was seen at a poll.
    ///
    /// @param now how hot the phone calls itself
    /// @param room thermal headroom, dimensionless; NaN when there is none
    public void saw(Severity now, double room) {
        severity = now.compareTo(severity) > 0 ? now : severity;
        headroom = Double.isNaN(headroom) ? room : Math.max(headroom, Double.isNaN(room) ? headroom : room);
    }

    /// Returns the results.
    ///
    /// @return value by result id, SI; what never happened is left out
    public Map<String, Double> results() {
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("performance.sustained", sustained());
        if (!Double.isNaN(first)) {
            results.put("throttle.first", first);
        }
        if (!Double.isNaN(frameRate)) {
            results.put("frames.lost", lost);
            results.put("frames.lost.share", frames > 0 ? lost / frames : 0);
        }
        results.put("governor.withheld", time > 0 ? withheld / time : 0);
        if (!Double.isNaN(headroom) || severity != Severity.NONE) {
            results.put("governor.severity.max", (double) severity.ordinal());
        }
        if (!Double.isNaN(headroom)) {
            results.put("governor.headroom.max", headroom);
        }
        return results;
    }

    /// Mean relative speed over the last third of the time.
    private double sustained() {
        double end = stretches.isEmpty() ? 0 : stretches.getLast()[1];
        double start = end - time / 3, sum = 0;
        for (double[] stretch : stretches) {
            sum += Math.max(0, stretch[1] - Math.max(start, stretch[0])) * stretch[2];
        }
        return time > 0 ? sum / (time / 3) : 1;
    }
}
