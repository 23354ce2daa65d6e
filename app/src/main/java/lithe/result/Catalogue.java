// SPDX-License-Identifier: Apache-2.0
package lithe.result;

import static lithe.result.Sense.HIGHER;
import static lithe.result.Sense.LOWER;
import static lithe.result.Sense.NEITHER;

import java.util.List;
import java.util.Set;

/// All result quantities Lithe knows.
public final class Catalogue {

    private static final List<Kind> KINDS = List.of(
            kind("skin.max", "highest skin temperature", "T_skin", "°C", "thermal", LOWER),
            kind("skin.front.max", "highest temperature of the front", "T_front", "°C", "thermal", LOWER),
            kind("skin.back.max", "highest temperature of the back", "T_back", "°C", "thermal", LOWER),
            kind("skin.edge.max", "highest temperature of the edges", "T_edge", "°C", "thermal", LOWER),
            kind("skin.mean", "mean skin temperature", "T_mean", "°C", "thermal", LOWER),
            kind("skin.rise-per-watt", "highest skin rise over heat released", "R_skin", "K/W", "thermal", LOWER),
            kind("skin.area.over-<name>", "back area above an isotherm", "A_hot", "mm²", "thermal", LOWER),
            kind("skin.spreading", "mean over highest skin rise", "CTS", "%", "thermal", HIGHER),
            kind("part.<name>.max", "highest temperature of a part", "T_max", "°C", "thermal", LOWER),
            kind("part.<name>.mean", "mean temperature of a part", "T_mean", "°C", "thermal", LOWER),
            kind("sensor.<name>", "temperature of a sensor", "T", "°C", "thermal", LOWER),
            kind("power.<name>", "power of a heat source", "P", "W", "thermal", NEITHER),
            kind("chamber.resistance", "hottest evaporator wall less mean condenser wall, over heat into the vapor", "R_vc", "K/W", "chamber", LOWER),
            kind("chamber.spread", "hottest less coldest vapor", "ΔT_vc", "K", "chamber", LOWER),
            kind("chamber.vapor.max", "highest vapor temperature", "T_v", "°C", "chamber", LOWER),
            kind("chamber.capillary.use", "capillary pressure in use over what the wick can hold, worst of three tilts", "u_cap", "%", "chamber", LOWER),
            kind("chamber.capillary.use.<name>", "capillary pressure in use over what the wick can hold, in one tilt", "u_cap", "%", "chamber", LOWER),
            kind("chamber.viscous.use", "vapor pressure drop over what counts as the viscous limit", "u_visc", "%", "chamber", LOWER),
            kind("chamber.boiling.use", "evaporating flux over the onset of boiling", "u_boil", "%", "chamber", LOWER),
            kind("chamber.sonic.use", "vapor flow over Levy's sonic limit", "u_son", "%", "chamber", LOWER),
            kind("chamber.entrainment.use", "vapor flow over that which tears liquid out of the wick", "u_ent", "%", "chamber", LOWER),
            kind("chamber.lid.use", "dip or stress of the lid between its pillars over what is allowed", "u_lid", "%", "chamber", LOWER),
            kind("chamber.gas.area", "area that gas which does not condense blocks", "A_gas", "mm²", "chamber", LOWER),
            kind("chamber.dry.area", "evaporating area beyond what the wick can feed", "A_dry", "mm²", "chamber", LOWER),
            kind("chamber.heat", "heat carried as vapor from place to place", "Q_vc", "W", "chamber", NEITHER),
            kind("chamber.heat.max", "heat carried at which the wick reaches its limit, same pattern", "Q_max", "W", "chamber", HIGHER),
            kind("heat.in", "heat released in the phone", "P", "W", "thermal", NEITHER),
            kind("heat.stored", "heat kept in the phone", "P_stored", "W", "thermal", NEITHER),
            kind("heat.convection", "heat given to the air", "P_conv", "W", "thermal", NEITHER),
            kind("heat.radiation", "heat radiated", "P_rad", "W", "thermal", NEITHER),
            kind("heat.hand", "heat given to hand, skin or plate", "P_hand", "W", "thermal", NEITHER),
            kind("heat.sun", "sunlight absorbed", "P_sun", "W", "thermal", NEITHER),
            kind("heat.error", "energy balance error over heat released", "e", "1", "thermal", LOWER),
            kind("charge.t20", "time to 20 % on the screen", "t_20", "min", "charge", LOWER),
            kind("charge.t50", "time to 50 % on the screen", "t_50", "min", "charge", LOWER),
            kind("charge.t80", "time to 80 % on the screen", "t_80", "min", "charge", LOWER),
            kind("charge.t100", "time to 100 % on the screen", "t_100", "min", "charge", LOWER),
            kind("charge.shown", "percentage on the screen", "SoC", "%", "charge", NEITHER),
            kind("charge.current", "charge current", "I", "A", "charge", NEITHER),
            kind("charge.voltage", "cell voltage", "U", "V", "charge", NEITHER),
            kind("charge.drawn", "power drawn from the adapter", "P_ac", "W", "charge", NEITHER),
            kind("charge.efficiency", "charge times rest voltage over energy drawn", "η", "%", "charge", HIGHER),
            kind("charge.heat.<place>", "mean heat of charging at a place", "P", "W", "charge", LOWER),
            kind("cell.max", "highest temperature of the cell", "T_cell", "°C", "charge", LOWER),
            kind("cell.mean.max", "highest mean temperature of the cell", "T_mean", "°C", "charge", LOWER),
            kind("cell.spread", "largest difference inside the cell, hottest over mean", "ΔT", "K", "charge", LOWER),
            kind("cell.energy", "energy between empty and full at rest voltage", "E", "Wh", "charge", HIGHER),
            kind("cell.energy-density", "energy over the volume of the battery part", "e", "Wh/L", "charge", HIGHER),
            kind("tab.max", "highest temperature at the tabs", "T_tab", "°C", "charge", LOWER),
            kind("protection.max", "highest temperature of the protection board", "T_pcm", "°C", "charge", LOWER),
            kind("plating.margin", "plating margin", "η_pl", "V", "charge", HIGHER),
            kind("plating.margin.min", "smallest plating margin", "η_min", "V", "charge", HIGHER),
            kind("path.resistance", "foils, tabs and leads in the way of the current", "R", "mΩ", "charge", LOWER),
            kind("fit.violations", "ways in which the packing is not legal", "n_v", "1", "fit", LOWER),
            kind("fit.margin", "smallest clearance less what is required", "m", "mm", "fit", HIGHER),
            kind("fit.clearance.min", "smallest distance between parts that must keep one", "c_min", "mm", "fit", HIGHER),
            kind("fit.swelling.gap", "free height in front of the battery and behind it", "g", "mm", "fit", HIGHER),
            kind("fit.swelling.needed", "free height the battery needs over its life", "g_req", "mm", "fit", LOWER),
            kind("fit.volume.used", "solid volume over the volume between first and last layer", "φ", "%", "fit", HIGHER),
            kind("fit.stack.free.min", "smallest free height of a column with more than sheets in it", "h_free", "mm", "fit", NEITHER),
            kind("fit.chamber.share", "area of the vapor chamber over the footprint of the body", "A_vc/A", "%", "fit", NEITHER),
            kind("fit.energy-density", "energy of the battery over the volume of the phone", "e", "Wh/L", "fit", HIGHER),
            kind("fit.battery.largest.volume", "volume of the largest battery that would fit", "V_max", "mL", "fit", HIGHER),
            kind("fit.battery.largest.energy", "its energy at the energy density of the present one", "E_max", "Wh", "fit", HIGHER),
            kind("fit.width.value", "energy that one more millimetre of body width would bring", "E_1mm", "Wh", "fit", HIGHER),
            kind("plating.share", "share of the charge with a plating margin below zero", "f_pl", "%", "charge", LOWER),
            kind("body.width", "width of the phone", "W", "mm", "simulation", LOWER),
            kind("body.length", "length of the phone", "L", "mm", "simulation", LOWER),
            kind("body.thickness", "thickness of the phone", "H", "mm", "simulation", LOWER),
            kind("body.volume", "volume of the phone, corners rounded", "V", "mL", "simulation", LOWER),
            kind("part.<name>.area", "area of a part in plan", "A", "mm²", "simulation", NEITHER),
            kind("part.<name>.volume", "volume of a part", "V", "mL", "simulation", NEITHER),
            kind("chamber.vapor-height", "height of the vapor gap", "h_v", "µm", "chamber", HIGHER),
            kind("chamber.thickness", "thickness of the chamber, wall to wall", "h", "mm", "chamber", LOWER),
            kind("board.change.<what>", "area change that follows from claimed ratios: per-part, gap, passives, every-class, chosen, basis", "ΔA", "%", "board", LOWER),
            kind("performance", "speed over the speed asked for", "s", "%", "governor", HIGHER),
            kind("performance.sustained", "mean of it over the last third", "s_sus", "%", "governor", HIGHER),
            kind("throttle.first", "time to the first throttle", "t_thr", "min", "governor", HIGHER),
            kind("frames.lost", "frames lost to throttling", "n_lost", "1", "governor", LOWER),
            kind("frames.lost.share", "frames lost over frames wanted", "f_lost", "%", "governor", LOWER),
            kind("governor.withheld", "mean power asked for and not granted", "P_w", "W", "governor", LOWER),
            kind("governor.cap.<name>", "power a source may take", "P_cap", "W", "governor", HIGHER),
            kind("governor.severity", "Android severity, 0 none to 6 shutdown", "S", "1", "governor", LOWER),
            kind("governor.severity.max", "highest Android severity", "S_max", "1", "governor", LOWER),
            kind("governor.headroom", "Android thermal headroom, 100 % at severe", "H", "%", "governor", LOWER),
            kind("governor.headroom.max", "highest Android thermal headroom", "H_max", "%", "governor", LOWER),
            kind("hand-check.skin", "skin temperature of an isothermal phone", "T_iso", "°C", "thermal", NEITHER),
            kind("solve.cells", "cells that conduct", "n", "1", "thermal", NEITHER),
            kind("solve.iterations", "multigrid iterations, most in one solve", "n_it", "1", "thermal", LOWER),
            kind("solve.residual", "true residual over the right side, largest of the solves", "r", "1", "thermal", LOWER),
            kind("solve.seconds", "wall time", "t", "s", "simulation", LOWER),
            kind("solve.reduced-error", "own error estimate of the reduced model, where that took the place of the full one", "e_red", "K", "thermal", LOWER),
            kind("solve.bytes-per-cell", "memory of the solver per cell", "B", "B", "thermal", LOWER),
            kind("solve.mesh-error", "estimated mesh error of the highest skin temperature", "e_mesh", "K", "thermal", LOWER),
            kind("solve.mesh-error.<name>", "estimated mesh error of a result", "e_mesh", "K", "thermal", LOWER),
            kind("board.area.plan", "area of the board in plan", "A_plan", "mm²", "board", LOWER),
            kind("board.area.laminate", "area of all boards", "A_lam", "mm²", "board", LOWER),
            kind("board.area.faces", "area of all faces with parts", "A_face", "mm²", "board", LOWER),
            kind("board.layers", "copper layers of all boards", "n_Cu", "1", "board", NEITHER),
            kind("board.parts", "parts on all boards", "n_parts", "1", "board", NEITHER),
            kind("board.parts.front", "parts on front sides", "n_front", "1", "board", NEITHER),
            kind("board.parts.back", "parts on back sides", "n_back", "1", "board", NEITHER),
            kind("board.pads", "pads that carry a number", "n_pads", "1", "board", NEITHER),
            kind("board.vias", "vias", "n_vias", "1", "board", NEITHER),
            kind("board.density.<basis>", "parts per cm² of an area basis, or pads or vias per cm² of plan", "d", "1", "board", HIGHER),
            kind("board.gap.median", "median distance between neighbouring parts", "g_50", "mm", "board", LOWER),
            kind("board.gap.p10", "distance a tenth of the parts fall below", "g_10", "mm", "board", LOWER),
            kind("board.wirelength", "half-perimeter wirelength", "L", "mm", "board", LOWER),
            kind("board.peak", "highest rise among placed parts, by superposition", "ΔT_peak", "K", "board", LOWER),
            kind("board.peak.<check>", "the same, solved in the phone: on the same tiles, or with chips at their exact places", "ΔT_peak", "K", "board", LOWER),
            kind("board.k.inplane.<end>", "in-plane conductivity of the board, end of the band", "k_xy", "W/(m·K)", "board", NEITHER),
            kind("board.k.through.<end>", "conductivity through the board, end of the band", "k_z", "W/(m·K)", "board", NEITHER));

    private static final Set<String> DESCRIBED = Set.of(
            "body.width", "body.length", "body.thickness", "body.volume", "part.<name>.area", "part.<name>.volume", "chamber.vapor-height", "chamber.thickness",
            "cell.energy", "cell.energy-density", "board.area.plan", "board.area.laminate", "board.area.faces", "board.parts",
            "board.density.<basis>", "board.change.<what>");

    private Catalogue() {}

    /// Returns every entry, in the order they are shown.
    ///
    /// @return the catalogue
    public static List<Kind> all() {
        return KINDS;
    }

    /// Finds the entry of a concrete id; the longest pattern wins.
    ///
    /// @param id such as <code>part.soc.max</code>
    /// @return its entry
    /// @throws IllegalArgumentException when the catalogue has none
    public static Kind of(String id) {
        return KINDS.stream()
                .filter(kind -> kind.matches(id))
                .max(java.util.Comparator.comparingInt(kind -> kind.id().length()))
                .orElseThrow(() -> new IllegalArgumentException("no result named " + id));
    }

    /// Tells whether a result can be told from the description of a phone alone, without running it.
    ///
    /// @param id such as <code>part.battery.volume</code>
    /// @return true when no workload is needed
    public static boolean described(String id) {
        return id.startsWith("fit.") || DESCRIBED.contains(of(id).id());
    }

    private static Kind kind(String id, String name, String symbol, String unit, String room, Sense sense) {
        return Kind.of(id, name, symbol, unit, room, sense);
    }
}
