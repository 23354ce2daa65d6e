// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lithe.cell.Adapter;
import lithe.cell.ChargeTable;
import lithe.cell.Pack;

/// The battery of a phone, how it is charged, and where the heat of charging goes.
///
/// @param packs battery by variant; same cell, other tabs and leads
/// @param chosen the variant that is simulated
/// @param table what the firmware allows
/// @param adapter adapter, cable and charge pumps
/// @param places part by place of heat: cell, tab, protection, flex, connector, pumps, port, coil
public record Charging(
        Map<String, Pack> packs, String chosen, ChargeTable table, Adapter adapter, Map<String, String> places) {

    /// Takes copies and checks that the chosen variant exists.
    ///
    /// @throws IllegalArgumentException when it does not
    public Charging {
        packs = Collections.unmodifiableMap(new LinkedHashMap<>(packs));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        if (!packs.containsKey(chosen)) {
            throw new IllegalArgumentException(
                    "no battery variant named %s; there are: %s".formatted(chosen, String.join(", ", packs.keySet())));
        }
    }

    /// Returns the chosen battery.
    ///
    /// @return the battery
    public Pack pack() {
        return java.util.Objects.requireNonNull(packs.get(chosen));
    }

    /// Returns the resistance of all leads of the chosen battery in the way of the current, Ω.
    ///
    /// @return the resistance, foils left out
    public double leadResistance() {
        return pack().leads().resistance();
    }

    /// Returns the part that takes the heat of a place.
    ///
    /// @param place place of heat
    /// @return name of a part; the part of the cell when the place has none of its own
    public String part(String place) {
        var part = places.get(place);
        return part != null ? part : java.util.Objects.requireNonNullElse(places.get("cell"), "battery");
    }

    /// Returns about how much heat small parts give at most while charging, so that a mesh can be fine there: leads, pumps,
    /// port and coil at the largest current that table and adapter allow.
    ///
    /// @return heat by part, W
    public Map<String, Double> peaks() {
        double volts = table.windows().stream().mapToDouble(ChargeTable.Window::floatVoltage).max().orElse(4);
        double asked = table.steps().stream().mapToDouble(ChargeTable.VoltageStep::amps).max().orElse(0);
        double amps = Math.min(asked, adapter.largestCurrent(volts));
        var leads = pack().leads();
        Map<String, Double> byPart = new LinkedHashMap<>();
        leads.heat(amps).forEach((place, watts) -> byPart.merge(part(place), watts, Double::sum));
        var flow = adapter.flow(amps, volts + amps * leads.resistance());
        byPart.merge(part("pumps"), flow.pumps(), Double::sum);
        byPart.merge(part("port"), flow.port(), Double::sum);
        byPart.merge(part("coil"), flow.coil(), Double::sum);
        byPart.remove(part("cell"));
        return byPart;
    }

    /// Returns the same with another variant chosen.
    ///
    /// @param variant one of the variants
    /// @return the changed setup
    public Charging choosing(String variant) {
        return new Charging(packs, variant, table, adapter, places);
    }

    /// Returns the same with another battery in place of the chosen one.
    ///
    /// @param pack the battery
    /// @return the changed setup
    public Charging with(Pack pack) {
        var other = new LinkedHashMap<>(packs);
        other.put(chosen, pack);
        return new Charging(other, chosen, table, adapter, places);
    }
}
