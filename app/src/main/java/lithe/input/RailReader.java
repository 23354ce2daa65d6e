// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lithe.device.Trace;
import lithe.input.Rails.Samples;
import lithe.input.Rails.Unreadable;
import org.jspecify.annotations.Nullable;

/// Makes powers of sources from the rails of a Perfetto trace.
///
/// Rails count energy, so the power between two samples is their difference over the time between them, held: no energy is
/// lost or made. What a reader should know is told as notes: gaps, counters that were reset, rails left out, an end before
/// the workload's.
final class RailReader {

    static final int MOST_BYTES = 64_000_000;
    /// Energy of one count, J: rails count µW·s.
    private static final double COUNT = 1e-6;
    /// A pause is a gap when it is longer than this many usual ones.
    private static final double GAP = 5;

    /// A rail that begins later than this is worth a note, s.
    private static final double LATE = 1;

    private static final int MOST_NOTES = 10;
    private static final double MOST_WATTS = 1000;

    private final Collection<String> sources;
    private final Beside beside;
    private final Problems problems;
    private final List<String> notes = new ArrayList<>();

    RailReader(Collection<String> sources, Beside beside, Problems problems) {
        this.sources = sources;
        this.beside = beside;
        this.problems = problems;
    }

    /// What a trace gives.
    ///
    /// @param power power of each source
    /// @param notes sentences about what is missing
    record Read(Map<String, Trace> power, List<String> notes) {}

    /// A rail as the map has it.
    private record Wire(Node node, String source, double gain) {}

    @Nullable Read read(Node.Scalar trace, Node.Scalar map, double duration) {
        var rails = rails(trace);
        var text = beside.read(map, SourceText.MOST_BYTES);
        var tree = text == null ? null : Yaml.read(text, problems);
        if (rails == null || tree == null) {
            return null;
        }
        int before = problems.count();
        var amounts = new Amounts();
        new Check(problems, amounts).check(tree, DeviceShape.RAILS_FILE);
        if (problems.count() > before || !(tree instanceof Node.Fields file)) {
            return null;
        }
        var wires = wires(file, amounts);
        once(wires);
        boolean energy = !"power".equals(file.text("counts"));
        Map<String, Map<Double, Double>> steps = new LinkedHashMap<>();
        Map<String, Double> begins = new LinkedHashMap<>();
        double start = Double.POSITIVE_INFINITY, end = Double.NEGATIVE_INFINITY;
        for (var wire : wires.entrySet()) {
            var samples = find(rails, wire.getKey(), wire.getValue().node());
            if (samples == null || samples.size() < 2 || order(samples).length < 2) {
                if (samples != null) {
                    problems.add(wire.getValue().node(), "a rail with samples of one moment", "at least two moments");
                }
                continue;
            }
            double[][] power = energy ? differences(wire.getKey(), samples) : held(samples);
            begins.put(wire.getKey(), power[0][0]);
            start = Math.min(start, power[0][0]);
            end = Math.max(end, samples.time(samples.size() - 1));
            jumps(steps.computeIfAbsent(wire.getValue().source(), first -> new TreeMap<>()), power, wire.getValue().gain());
        }
        left(rails, wires.keySet(), energy);
        if (problems.count() > before) {
            return null;
        }
        double first = start;
        begins.entrySet().stream().filter(rail -> rail.getValue() > first + LATE).forEach(rail -> note(
                "rail %s begins %.3f s after the first: no power before", rail.getKey(), rail.getValue() - first));
        ends(end - start, duration);
        Map<String, Trace> power = new LinkedHashMap<>();
        for (var source : steps.entrySet()) {
            power.put(source.getKey(), merged(source.getKey(), trace(source.getValue(), start)));
        }
        return sane(power, trace) ? new Read(power, List.copyOf(notes)) : null;
    }

    private @Nullable Rails rails(Node.Scalar trace) {
        var bytes = beside.bytes(trace, MOST_BYTES);
        if (bytes == null) {
            return null;
        }
        var place = new Place(beside.shown(trace), 1, 1);
        var name = trace.text().toLowerCase(Locale.ROOT);
        try {
            if (!name.endsWith(".json") && !name.endsWith(".csv")) {
                return PerfettoProto.read(bytes);
            }
            var text = SourceText.decode(bytes, place, problems);
            return text == null ? null : name.endsWith(".json") ? PerfettoJson.read(text) : PerfettoTable.read(text);
        } catch (Unreadable e) {
            problems.add(new Problem(place, "", String.valueOf(e.getMessage()), e.expected(), null, null));
            return null;
        }
    }

    private Map<String, Wire> wires(Node.Fields file, Amounts amounts) {
        Map<String, Wire> wires = new LinkedHashMap<>();
        Trees.entries(file.get("rails")).forEach((rail, entry) -> {
            var map = (Node.Fields) entry.value();
            var source = String.valueOf(map.text("source"));
            if (!sources.contains(source)) {
                var at = Trees.at(map, "source");
                problems.add(at, at.words(), "a part or source of the device", null, problems.nearest(source, sources));
            }
            wires.put(rail, new Wire(map, source, amounts.si(map.get("gain"), 1)));
        });
        return wires;
    }

    /// Refuses two keys for one counter, whose power would count twice.
    private void once(Map<String, Wire> wires) {
        var seen = new TreeSet<String>();
        wires.forEach((rail, wire) -> {
            if (!seen.add(Rails.plain(rail))) {
                problems.add(wire.node(), "the rail \"" + Problem.shown(Rails.plain(rail)) + "\" a second time", "each counter once");
            }
        });
    }

    private @Nullable Samples find(Rails rails, String rail, Node node) {
        var exact = rails.byName().get(rail);
        if (exact != null) {
            return exact;
        }
        var plain = rails.byName().entrySet().stream().filter(e -> Rails.plain(e.getKey()).equals(rail)).findFirst();
        if (plain.isEmpty()) {
            var known = rails.byName().keySet().stream().map(Rails::plain).toList();
            problems.add(node, "the rail \"" + Problem.shown(rail) + "\"", "a rail of the trace", null, problems.nearest(rail, known));
            return null;
        }
        return plain.get().getValue();
    }

    /// Times and powers from each on; the last time ends the last power.
    private double[][] differences(String rail, Samples samples) {
        int[] order = order(samples);
        int n = order.length;
        double[] time = new double[n], power = new double[n];
        double usual = usual(samples, order);
        for (int i = 0; i + 1 < n; i++) {
            time[i] = samples.time(order[i]);
            double dt = samples.time(order[i + 1]) - time[i], counts = samples.value(order[i + 1]) - samples.value(order[i]);
            if (counts < 0) {
                note("rail %s counts backwards at %.3f s: its power before that is held", rail, time[i] - samples.time(order[0]));
                power[i] = i > 0 ? power[i - 1] : 0;
            } else {
                power[i] = counts * COUNT / dt;
            }
            if (dt > GAP * usual) {
                note("rail %s has a gap of %.3f s at %.3f s: its mean power there is held", rail, dt, time[i] - samples.time(order[0]));
            }
        }
        time[n - 1] = samples.time(order[n - 1]);
        power[n - 1] = n > 1 ? power[n - 2] : 0;
        return new double[][] {time, power};
    }

    private double[][] held(Samples samples) {
        int[] order = order(samples);
        return new double[][] {
            Arrays.stream(order).mapToDouble(samples::time).toArray(), Arrays.stream(order).mapToDouble(samples::value).toArray()
        };
    }

    /// Samples by time, of several at one time the last.
    private static int[] order(Samples samples) {
        var byTime = new TreeMap<Double, Integer>();
        for (int i = 0; i < samples.size(); i++) {
            byTime.put(samples.time(i), i);
        }
        return byTime.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /// The median time between samples, s.
    private static double usual(Samples samples, int[] order) {
        double[] pauses = new double[Math.max(1, order.length - 1)];
        for (int i = 0; i + 1 < order.length; i++) {
            pauses[i] = samples.time(order[i + 1]) - samples.time(order[i]);
        }
        Arrays.sort(pauses);
        return pauses[pauses.length / 2];
    }

    /// Adds the changes of a rail's power to those of its source.
    private static void jumps(Map<Double, Double> source, double[][] power, double gain) {
        double last = 0;
        for (int i = 0; i < power[0].length; i++) {
            source.merge(power[0][i], gain * (power[1][i] - last), Double::sum);
            last = power[1][i];
        }
    }

    private static Trace trace(Map<Double, Double> jumps, double start) {
        double[] time = new double[jumps.size()], power = new double[jumps.size()];
        double sum = 0;
        int i = 0;
        for (var jump : jumps.entrySet()) {
            sum += jump.getValue();
            time[i] = jump.getKey() - start;
            // sums of differences leave a rounding error where the power is zero
            power[i++] = Math.abs(sum) < 1e-9 ? 0 : sum;
        }
        return new Trace(time, power, false);
    }

    /// Means over whole seconds of what was sampled faster: every change of power costs a step of the whole phone.
    private Trace merged(String source, Trace trace) {
        double[] time = trace.time(), power = trace.power();
        int last = time.length - 1;
        int seconds = (int) Math.ceil(time[last] - time[0]);
        if (seconds < 2 || last <= seconds) {
            return trace;
        }
        double[] at = new double[seconds + 1], mean = new double[seconds + 1];
        for (int k = 0; k <= seconds; k++) {
            at[k] = k < seconds ? time[0] + k : time[last];
        }
        for (int i = 0, k = 0; i < last; ) {
            double from = Math.max(time[i], at[k]), to = Math.min(time[i + 1], at[k + 1]);
            mean[k] += power[i] * Math.max(0, to - from) / (at[k + 1] - at[k]);
            if (time[i + 1] <= at[k + 1]) {
                i++;
            } else {
                k++;
            }
        }
        mean[seconds] = power[last];
        note("%s is sampled %.1f times a second: means over each second are used", source, last / (time[last] - time[0]));
        return new Trace(at, mean, false);
    }

    /// Tells which rails were left out and what they took.
    private void left(Rails rails, Collection<String> mapped, boolean energy) {
        var names = new TreeSet<String>();
        double watts = 0;
        for (var each : rails.byName().entrySet()) {
            if (!mapped.contains(each.getKey()) && !mapped.contains(Rails.plain(each.getKey()))) {
                names.add(Rails.plain(each.getKey()));
                int last = each.getValue().size() - 1;
                double time = each.getValue().time(last) - each.getValue().time(0);
                watts += time > 0 ? Math.max(0, each.getValue().value(last) - each.getValue().value(0)) * COUNT / time : 0;
            }
        }
        if (!names.isEmpty()) {
            var some = names.stream().limit(MOST_NOTES).map(Problem::shown).collect(Collectors.joining(", "));
            note("%d counters of the trace are no source here%s: %s%s", names.size(),
                    energy ? String.format(Locale.ROOT, ", %.2f W on average if all are rails", watts) : "", some,
                    names.size() > MOST_NOTES ? ", …" : "");
        }
    }

    private void ends(double length, double duration) {
        if (duration > length * (1 + 1e-9)) {
            note("the trace ends after %.3f s of %.3f s: its last powers are held", length, duration);
        }
    }

    private boolean sane(Map<String, Trace> power, Node.Scalar at) {
        for (var source : power.entrySet()) {
            for (double watts : source.getValue().power()) {
                if (!(watts >= 0 && watts <= MOST_WATTS)) {
                    problems.add(at, "%s W for \"%s\"".formatted(watts, Problem.shown(source.getKey())), "powers from 0 W to 1 kW; are these counters of energy?");
                    return false;
                }
            }
        }
        return true;
    }

    private void note(String sentence, Object... parts) {
        if (notes.size() < MOST_NOTES) {
            notes.add(String.format(Locale.ROOT, sentence, parts));
        } else if (notes.size() == MOST_NOTES) {
            notes.add("further gaps of the trace are not listed");
        }
    }
}
