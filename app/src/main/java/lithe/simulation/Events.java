// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lithe.charge.Moment;
import lithe.device.Device;
import lithe.device.Severity;
import lithe.device.Surfaces;
import lithe.result.Verdict;
import lithe.result.Verdict.Status;
import lithe.result.Verdicts;
import lithe.units.Units;

/// Reads from histories when which limit was reached first.
public final class Events {

    private static final Map<String, String> FACES = Map.of("skin.front.max", "front", "skin.back.max", "back", "skin.edge.max", "edges");
    /// Dry wick below this is a rounding of the tilt, m².
    private static final double DRY = 0.5e-6;
    private static final double CAP_LOWERED = 1e-3;

    private final Device phone;
    private final Run run;
    private final List<Event> events = new ArrayList<>();

    private Events(Device phone, Run run) {
        this.phone = phone;
        this.run = run;
    }

    /// Reads the events of an outcome.
    ///
    /// @param outcome what was simulated
    /// @return events by workload in the order they were run, within each by time
    public static List<Event> of(Outcome outcome) {
        return outcome.runs().stream().flatMap(run -> of(outcome.device(), run).stream()).toList();
    }

    /// Reads the events of a run.
    ///
    /// @param phone the phone
    /// @param run one of its runs
    /// @return events in order of time
    public static List<Event> of(Device phone, Run run) {
        var events = new Events(phone, run);
        FACES.keySet().stream().sorted().forEach(events::skin);
        events.chamber();
        events.charge();
        events.governor();
        return events.events.stream().sorted(Comparator.comparingDouble(Event::time).thenComparing(Event::weight)).toList();
    }

    private void skin(String id) {
        var standard = Verdicts.standard();
        double comfort = Objects.requireNonNull(standard.comfort().get(material(phone.surfaces(), id)));
        String face = Objects.requireNonNull(FACES.get(id));
        skin(id, comfort, Status.TIGHT, face + " over comfort");
        skin(id, standard.alarm(), Status.TIGHT, face + " past the alarm mark");
        skin(id, standard.ceiling(), Status.FAIL, face + " over the ceiling");
    }

    private void skin(String id, double limit, Status weight, String what) {
        rises(id, limit, weight, String.format(Locale.ROOT, "%s (%.0f °C)", what, limit - Units.ICE), where(id));
    }

    private static String material(Surfaces surfaces, String id) {
        var surface =
                switch (id) {
                    case "skin.front.max" -> surfaces.front();
                    case "skin.edge.max" -> surfaces.edges();
                    default -> surfaces.back();
                };
        return surface.touch().name().toLowerCase(Locale.ROOT);
    }

    private void chamber() {
        rises("chamber.capillary.use", 0.8, Status.TIGHT, "wick of the chamber 80 % used", chamberPlace());
        rises("chamber.capillary.use", 1, Status.FAIL, "wick of the chamber at its limit", chamberPlace());
        rises("chamber.dry.area", DRY, Status.FAIL, "wick of the chamber falls dry", chamberPlace());
    }

    /// Which tilt, without when it was worst.
    private String chamberPlace() {
        return where("chamber.capillary.use").replaceFirst(", at .*", "");
    }

    /// What limits the charge current, each time that changes; levels of one table count as one.
    private void charge() {
        String before = "";
        for (Moment moment : run.charge()) {
            String kind = moment.limit().replaceAll("[-+0-9.,]+", "");
            if (!kind.equals(before)) {
                add(moment.time(), Status.PASS, String.format(Locale.ROOT, "charge current limited by %s, at %.0f %%, %.1f A", moment.limit(), 100 * moment.shown(), moment.amps()), "");
            }
            before = kind;
        }
        run.charge().stream().filter(m -> m.margin() < 0).findFirst().ifPresent(m ->
                add(m.time(), Status.FAIL, String.format(Locale.ROOT, "lithium may plate, margin %.0f mV at %.0f %%", 1e3 * m.margin(), 100 * m.shown()), "at the negative electrode"));
        window();
    }

    private void window() {
        var charging = phone.charging();
        if (charging == null || run.charge().isEmpty()) {
            return;
        }
        double end = charging.table().windows().getLast().to();
        rises("cell.max", end, Status.FAIL, String.format(Locale.ROOT, "cell beyond its charging window (%.0f °C)", end - Units.ICE), "");
    }

    private void governor() {
        for (var severity : Severity.values()) {
            if (severity != Severity.NONE) {
                var weight = severity.compareTo(Severity.SEVERE) >= 0 ? Status.TIGHT : Status.PASS;
                rises("governor.severity", severity.ordinal() - 1e-6, weight, "governor: severity " + severity.word(), "");
            }
        }
        run.series().values().forEach((id, values) -> {
            if (id.startsWith("governor.cap.")) {
                capped(id.substring("governor.cap.".length()), values);
            }
        });
    }

    private void capped(String source, double[] cap) {
        double[] time = run.series().time();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cap.length; i++) {
            if (cap[i] < most - CAP_LOWERED) {
                add(time[i], Status.TIGHT, String.format(Locale.ROOT, "governor holds %s back, to %.2f W", source, cap[i]), "");
                return;
            }
            most = Double.isNaN(cap[i]) ? most : Math.max(most, cap[i]);
        }
    }

    /// The first time a history rises over a limit, between two moments along a straight line.
    private void rises(String id, double limit, Status weight, String what, String where) {
        double[] values = run.series().values().get(id);
        double[] time = run.series().time();
        for (int i = 0; values != null && i < values.length; i++) {
            if (values[i] > limit) {
                boolean between = i > 0 && values[i - 1] <= limit;
                add(between ? time[i - 1] + (limit - values[i - 1]) / (values[i] - values[i - 1]) * (time[i] - time[i - 1]) : time[i], weight, what, where);
                return;
            }
        }
    }

    private void add(double time, Status weight, String what, String where) {
        events.add(new Event(run.workload().steady() ? Double.POSITIVE_INFINITY : time, run.workload().name(), weight, what, where));
    }

    private String where(String id) {
        return run.verdicts().stream().filter(verdict -> verdict.id().equals(id)).map(Verdict::where).findFirst().orElse("");
    }
}
