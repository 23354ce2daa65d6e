// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;

/// Finds places for the numbers on isotherms where they cover neither one another nor what is kept free.
///
/// A line that offers no such place goes without: its neighbours and the bar of colours tell what it is.
final class Labels {

    private static final int CLOSED = 12; // shorter lines, in letters, stay without

    private final double letter;
    private final List<double[]> taken = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    private record Label(double x, double y, String word) {}

    Labels(double letter) {
        this.letter = letter;
    }

    void keepFree(double x0, double y0, double x1, double y1) {
        taken.add(new double[] {x0, y0, x1, y1});
    }

    /// Looks for a place on a line: on a closed one at its lowest, rightmost, highest, leftmost point, else along it.
    void offer(double[] line, double sx, double sy, String word) {
        if (length(line, sx, sy) < CLOSED * letter / 2) {
            return;
        }
        for (int p : candidates(line)) {
            double x = sx * line[p], y = sy * line[p + 1];
            double half = Svg.width(word, letter) / 2 + 0.3, tall = 0.6 * letter;
            double[] box = {x - half, y - tall, x + half, y + tall};
            if (taken.stream().noneMatch(other -> touch(box, other))) {
                taken.add(box);
                labels.add(new Label(x, y + 0.36 * letter, word));
                return;
            }
        }
    }

    void drawn(Svg svg) {
        labels.forEach(label -> svg.words("level", label.x(), label.y(), label.word()));
    }

    private static int[] candidates(double[] line) {
        int points = line.length / 2, low = 0, right = 0, high = 0, left = 0;
        for (int p = 0; p < line.length; p += 2) {
            low = line[p + 1] > line[low + 1] ? p : low;
            high = line[p + 1] < line[high + 1] ? p : high;
            right = line[p] > line[right] ? p : right;
            left = line[p] < line[left] ? p : left;
        }
        int middle = 2 * (points / 2), early = 2 * (points / 4), late = 2 * (3 * points / 4);
        boolean closed = line[0] == line[line.length - 2] && line[1] == line[line.length - 1];
        return closed ? new int[] {low, right, high, left, middle, early, late} : new int[] {middle, early, late};
    }

    private static boolean touch(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private static double length(double[] line, double sx, double sy) {
        double length = 0;
        for (int p = 2; p < line.length; p += 2) {
            length += Math.hypot(sx * (line[p] - line[p - 2]), sy * (line[p + 1] - line[p - 1]));
        }
        return length;
    }
}
