// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.Comparator;
import java.util.List;

/// The alternatives none of which is better in everything.
public final class Front {

    private Front() {}

    /// A placement and what it costs.
    ///
    /// @param placement where everything stands
    /// @param wirelength wirelength, m
    /// @param peak highest rise, K
    /// @param area area used on the fullest face, m²
    public record Candidate(Placement placement, double wirelength, double peak, double area) {

        private boolean beats(Candidate other) {
            boolean nowhereWorse = wirelength <= other.wirelength && peak <= other.peak && area <= other.area;
            return nowhereWorse && (wirelength < other.wirelength || peak < other.peak || area < other.area);
        }
    }

    /// Keeps the candidates that no other beats.
    ///
    /// @param all candidates
    /// @return the front by increasing wirelength
    public static List<Candidate> of(List<Candidate> all) {
        return all.stream()
                .filter(c -> all.stream().noneMatch(other -> other.beats(c)))
                .sorted(Comparator.comparingDouble(Candidate::wirelength))
                .toList();
    }
}
