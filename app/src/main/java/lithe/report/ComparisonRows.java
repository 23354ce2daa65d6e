// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lithe.charge.Moment;
import lithe.device.Device;
import lithe.geometry.Box;
import lithe.result.Catalogue;
import lithe.simulation.Run;
import lithe.units.Units;

/// Makes the rows of a comparison; the list of quantities stands here once, for both sides.
final class ComparisonRows {

    private final Comparison both;
    private final List<Comparison.Row> rows = new ArrayList<>();

    private ComparisonRows(Comparison both) {
        this.both = both;
    }

    static List<Comparison.Row> of(Comparison both) {
        var made = new ComparisonRows(both);
        made.size();
        made.battery();
        made.board();
        both.pairs().forEach(made::workload);
        return List.copyOf(made.rows);
    }

    private void size() {
        device("size", "width", "mm", 1, d -> 1e3 * d.body().width());
        device("size", "length", "mm", 1, d -> 1e3 * d.body().length());
        device("size", "thickness", "mm", 2, d -> 1e3 * d.body().thickness());
        device("size", "box volume", "cm³", 1, ComparisonRows::volume);
    }

    /// Volume of the box around the phone, cm³.
    private static double volume(Device d) {
        return 1e6 * d.body().width() * d.body().length() * d.body().thickness();
    }

    private void battery() {
        device("battery", "energy of the cell", "Wh", 1, ComparisonRows::energy);
        device("battery", "energy per volume of phone", "Wh/L", 0, d -> 1e3 * energy(d) / volume(d));
    }

    private static double energy(Device d) {
        var charging = d.charging();
        return charging == null ? Double.NaN : charging.pack().cell().energy() / 3600;
    }

    private void board() {
        side("board", "area in plan", "mm²", 0, ComparisonRows::plan);
        side("board", "laminate area", "mm²", 0, ComparisonRows::laminate);
        side("board", "parts per cm² of plan", "1/cm²", 0,
                s -> s.board() == null ? Double.NaN : s.board().mix().count() / (ComparisonRows.plan(s) / 100));
    }

    private static double plan(Comparison.Side side) {
        return Math.max(area(side, true), area(side, false));
    }

    private static double laminate(Comparison.Side side) {
        double lower = area(side, true), upper = area(side, false);
        return lower + (Double.isNaN(upper) ? 0 : upper);
    }

    /// Area of one of the boards, mm²: that of the design, or the part called board.
    private static double area(Comparison.Side side, boolean lower) {
        var design = side.board();
        var name = design == null ? lower ? "board" : "second board" : lower ? design.lower() : design.upper();
        return side.report().outcome().device().parts().stream()
                .filter(part -> part.name().equals(name))
                .mapToDouble(part -> 1e6 * part.boxes().stream().mapToDouble(Box::area).sum())
                .findFirst()
                .orElse(lower ? Double.NaN : 0);
    }

    private void workload(String name, Comparison.Pair pair) {
        for (var id : List.of("skin.max", "skin.front.max", "skin.back.max", "skin.edge.max", "skin.mean")) {
            result(name, pair, id);
        }
        part(name, pair, "processor", "soc", "cpu", "processor");
        part(name, pair, "battery", "batt");
        if (pair.charge()) {
            for (var id : List.of("charge.t20", "charge.t50", "charge.t80", "charge.t100", "charge.efficiency")) {
                result(name, pair, id);
            }
            row(name, "highest power drawn", "W", pair.first().charge().stream().mapToDouble(Moment::drawn).max().orElse(Double.NaN),
                    pair.second().charge().stream().mapToDouble(Moment::drawn).max().orElse(Double.NaN), 1);
            return;
        }
        result(name, pair, "heat.in");
        result(name, pair, "skin.rise-per-watt");
        side(name, "sustained power, steady at the comfort limit", "W", 2, s -> sustained(s, name));
    }

    private static double sustained(Comparison.Side side, String workload) {
        var found = side.sustained().get(workload);
        return found == null ? Double.NaN : found.power();
    }

    private void part(String name, Comparison.Pair pair, String what, String... words) {
        row(name, "highest temperature of the " + what, "°C", part(pair.first(), words), part(pair.second(), words), 1);
    }

    private static double part(Run run, String... words) {
        return Words.part(run, words).map(part -> run.result("part." + part + ".max") - Units.ICE).orElse(Double.NaN);
    }

    private void result(String name, Comparison.Pair pair, String id) {
        var kind = Catalogue.of(id);
        int decimals = kind.unit().equals("W") || kind.unit().equals("K/W") ? 2 : 1;
        row(name, kind.name(), kind.unit(), shown(pair.first(), id), shown(pair.second(), id), decimals);
    }

    private static double shown(Run run, String id) {
        var value = run.results().get(id);
        return value == null ? Double.NaN : Catalogue.of(id).shown(value);
    }

    private void device(String section, String quantity, String unit, int decimals, ToDoubleFunction<Device> value) {
        side(section, quantity, unit, decimals, s -> value.applyAsDouble(s.report().outcome().device()));
    }

    private void side(String section, String quantity, String unit, int decimals, ToDoubleFunction<Comparison.Side> value) {
        row(section, quantity, unit, value.applyAsDouble(both.first()), value.applyAsDouble(both.second()), decimals);
    }

    /// A quantity that neither has is no row.
    private void row(String section, String quantity, String unit, double first, double second, int decimals) {
        if (Double.isFinite(first) || Double.isFinite(second)) {
            rows.add(new Comparison.Row(section, quantity, unit, first, second, decimals));
        }
    }
}
