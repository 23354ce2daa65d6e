// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a packing must keep free: distances between kinds of parts, and room for the battery to swell.
///
/// A group is named by a word; a part belongs to it when it is listed, or, for a group that is not listed, when its name
/// ends with the word, as `second board` does in the group `board`. Inside a part, others have no distance to keep.
///
/// @param groups names of parts by group, in place of those found by name
/// @param clearances distances to keep between parts of two groups that stand beside each other
/// @param swelling growth of the cell over its life, share of its thickness
public record FitRules(Map<String, Set<String>> groups, List<Clearance> clearances, double swelling) {

    /// Names of groups whose parts end at the outline of the body whatever their boxes say: sheets are cut to it, a frame
    /// is its edge.
    public static final Set<String> CUT_TO_OUTLINE =
            Set.of("frame", "walls", "screen", "display", "graphite", "film", "foil", "sheet", "tape");

    /// A distance to keep beside one another.
    ///
    /// @param first a group, or the name of a part
    /// @param second another
    /// @param least distance in plan, m
    public record Clearance(String first, String second, double least) {

        /// Checks the distance.
        ///
        /// @throws IllegalArgumentException when it is negative or as large as a phone
        public Clearance {
            if (!(least >= 0 && least <= 0.02)) {
                throw new IllegalArgumentException(
                        "clearance between %s and %s must be between 0 and 0.02 m, but is %s m".formatted(first, second, least));
            }
        }

        /// Tells whether two rules are about the same pair.
        ///
        /// @param other another rule
        /// @return true when both name the same two, in any order
        public boolean about(Clearance other) {
            return first.equals(other.first) && second.equals(other.second)
                    || first.equals(other.second) && second.equals(other.first);
        }
    }

    /// Takes copies and checks the growth.
    ///
    /// @throws IllegalArgumentException when the growth is not a share
    public FitRules {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        clearances = List.copyOf(clearances);
        if (!(swelling >= 0 && swelling <= 0.5)) {
            throw new IllegalArgumentException("swelling must be between 0 and 0.5 of the thickness, but is " + swelling);
        }
    }

    /// Returns the rules for a file that states none; all are estimates of this project.
    ///
    /// Distances: assembly of a pouch cell into its bay, tolerance of the outline of a board in a frame, a floating camera.
    /// Swelling: 4 % leaves the 0.20 mm over a cell of 5 mm that the claims of this project ask for; published cells grow
    /// by 4 to 10 % over their life (general knowledge).
    ///
    /// @return the rules
    public static FitRules standard() {
        return new FitRules(
                Map.of(),
                List.of(
                        new Clearance("battery", "frame", 0.3e-3),
                        new Clearance("battery", "board", 0.5e-3),
                        new Clearance("battery", "camera", 0.5e-3),
                        new Clearance("battery", "speaker", 0.3e-3),
                        new Clearance("board", "frame", 0.3e-3),
                        new Clearance("board", "camera", 0.2e-3),
                        new Clearance("camera", "frame", 0.2e-3)),
                0.04);
    }

    /// Returns these rules with others in front: a clearance of the same pair is replaced, others are added.
    ///
    /// @param own groups, clearances and swelling that go before
    /// @return the rules together
    public FitRules under(FitRules own) {
        Map<String, Set<String>> all = new LinkedHashMap<>(groups);
        all.putAll(own.groups);
        var kept = clearances.stream().filter(rule -> own.clearances.stream().noneMatch(rule::about));
        return new FitRules(all, java.util.stream.Stream.concat(own.clearances.stream(), kept).toList(), own.swelling);
    }

    /// Tells whether a part belongs to a group, or is called so.
    ///
    /// @param group word of a group, or the name of a part
    /// @param part name of a part
    /// @return true when it does
    public boolean in(String group, String part) {
        var listed = groups.get(group);
        return listed != null ? listed.contains(part) : part.toLowerCase(Locale.ROOT).endsWith(group.toLowerCase(Locale.ROOT));
    }

    /// Tells whether a part ends at the outline of the body.
    ///
    /// @param part name of a part
    /// @return true when it is cut to the outline
    public boolean cutToOutline(String part) {
        return any(CUT_TO_OUTLINE, part);
    }

    private boolean any(Collection<String> words, String part) {
        return words.stream().anyMatch(word -> in(word, part));
    }
}
