// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import lithe.board.BoardDesign;
import lithe.board.DensityClaim;
import lithe.chamber.VaporChamber;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.fit.Packing;
import lithe.geometry.Box;
import org.jspecify.annotations.Nullable;

/// What can be told of a phone without running it: sizes, volumes, how it is packed, the energy of its cell, counts
/// of its boards.
public final class Described {

    private Described() {}

    /// Returns the results.
    ///
    /// @param phone the phone
    /// @param design what is known of its board, or null
    /// @return value of each result by id, SI
    public static Map<String, Double> of(Device phone, @Nullable BoardDesign design) {
        Map<String, Double> results = new LinkedHashMap<>();
        var body = phone.body();
        results.put("body.width", body.width());
        results.put("body.length", body.length());
        results.put("body.thickness", body.thickness());
        results.put("body.volume", body.footprint() * body.thickness());
        for (var part : phone.parts()) {
            double area = part.boxes().stream().mapToDouble(Box::area).sum();
            results.put("part." + part.name() + ".area", area);
            results.put("part." + part.name() + ".volume", part.volume());
            if (part.filling() instanceof Filling.Chamber(VaporChamber chamber, _)) {
                results.put("chamber.vapor-height", chamber.vaporHeight());
                results.put("chamber.thickness", chamber.thickness());
            }
        }
        battery(phone, results);
        results.putAll(Packing.of(phone).results());
        if (design != null) {
            boards(phone, design, results);
        }
        return results;
    }

    private static void battery(Device phone, Map<String, Double> results) {
        var charging = phone.charging();
        if (charging != null) {
            double energy = charging.pack().cell().energy();
            results.put("cell.energy", energy);
            results.put("cell.energy-density", energy / phone.part(charging.part("cell")).volume());
        }
    }

    private static void boards(Device phone, BoardDesign design, Map<String, Double> results) {
        double lower = area(phone, design.lower()), upper = area(phone, design.upper());
        double laminate = lower + upper, plan = Math.max(lower, upper);
        double count = design.mix().count();
        results.put("board.area.plan", plan);
        results.put("board.area.laminate", laminate);
        results.put("board.area.faces", 2 * laminate);
        results.put("board.parts", count);
        results.put("board.density.plan", count / (plan * 1e4)); // per cm²
        results.put("board.density.laminate", count / (laminate * 1e4));
        results.put("board.density.face", count / (2 * laminate * 1e4));
        ratios(design.claim(), results);
    }

    private static void ratios(DensityClaim claim, Map<String, Double> results) {
        var plain = new DensityClaim(
                claim.gapChange(), claim.partChange(), claim.areaChange(), claim.basis(), claim.before(), claim.statistic(),
                claim.startGap(), claim.tinyBefore(), claim.tinyBefore(), 1);
        results.put("board.change.per-part", claim.areaPerPart() - 1);
        results.put("board.change.gap", claim.gapOnly());
        results.put("board.change.passives", plain.withPassives());
        results.put("board.change.every-class", plain.everyClass());
        results.put("board.change.chosen", claim.withPassives());
        results.put("board.change.basis", claim.onBasis());
    }

    private static double area(Device phone, @Nullable String part) {
        return part == null ? 0 : phone.part(part).boxes().stream().mapToDouble(Box::area).sum();
    }
}
