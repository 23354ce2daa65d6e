// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lithe.device.Actor;
import lithe.device.Governor;
import lithe.device.Poll;
import lithe.device.Severities;
import lithe.device.Severity;
import lithe.device.Throttling;
import org.jspecify.annotations.Nullable;

/// All governors of a phone as one state machine: state, time, temperatures and requests in, state with its caps out.
///
/// It keeps nothing of its own, so a state may be polled ahead on guessed temperatures and taken up again where it was.
public final class Governors {

    private final List<Actor> actors;
    private final List<Governor> rules;
    private final @Nullable Severities severities;
    private final List<int[]> whom;

    /// Sets up the governors.
    ///
    /// @param throttling what the phone says of them
    public Governors(Throttling throttling) {
        actors = throttling.actors();
        rules = throttling.governors();
        severities = throttling.severities();
        var names = actors.stream().map(Actor::source).toList();
        whom = rules.stream()
                .map(rule -> rule.actors().stream().mapToInt(names::indexOf).toArray())
                .toList();
    }

    /// State of all governors between two polls.
    ///
    /// @param memories what each remembers; the severities come last
    /// @param due when each looks again, s
    /// @param caps power each actor may take, W; infinite when it is free
    /// @param severity how hot the phone calls itself
    /// @param off whether it has switched itself off
    public record State(List<Memory> memories, double[] due, double[] caps, Severity severity, boolean off) {

        /// Returns the time of the next poll.
        ///
        /// @return s; infinite when there is nothing to poll or the phone is off
        public double next() {
            return off ? Double.POSITIVE_INFINITY : Arrays.stream(due).min().orElse(Double.POSITIVE_INFINITY);
        }
    }

    /// Returns the sources that can be capped.
    ///
    /// @return the actors, in the order of requests and caps
    public List<Actor> actors() {
        return actors;
    }

    /// Returns the sensors that are looked at.
    ///
    /// @return name of a sensor per rule, in the order of the temperatures; the severities' comes last
    public List<String> sensors() {
        List<String> sensors = new ArrayList<>(rules.stream().map(Governor::sensor).toList());
        if (severities != null) {
            sensors.add(severities.sensor());
        }
        return sensors;
    }

    /// Returns the state before the first poll.
    ///
    /// @return everybody free, all polls due at time 0
    public State start() {
        List<Memory> memories = new ArrayList<>();
        for (Governor rule : rules) {
            memories.add(switch (rule) {
                case Governor.StepWise _ -> Memory.Steps.START;
                case Governor.PowerAllocator _ -> Memory.Pid.START;
                case Governor.SetPoints points -> new Memory.Points(new boolean[points.points().size()]);
                case Governor.Critical _ -> new Memory.Trip(false);
            });
        }
        if (severities != null) {
            memories.add(new Memory.Level(Severity.NONE));
        }
        double[] free = new double[actors.size()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        return new State(memories, new double[memories.size()], free, Severity.NONE, false);
    }

    /// Polls the governors that are due.
    ///
    /// @param state state before
    /// @param time time, s
    /// @param temperatures temperature of each of the [#sensors()], K
    /// @param requests power each actor asks for, W
    /// @return state after; the same when none is due
    public State poll(State state, double time, double[] temperatures, double[] requests) {
        if (time < state.next() - 1e-9) {
            return state;
        }
        List<Memory> memories = new ArrayList<>(state.memories());
        double[] due = state.due().clone();
        for (int g = 0; g < due.length; g++) {
            if (due[g] <= time + 1e-9) {
                var memory = poll(g, state.memories().get(g), temperatures[g], requests);
                memories.set(g, memory);
                boolean passive = memory instanceof Memory.Steps steps ? Rules.passive(steps) : memory.hot();
                due[g] = time + (passive ? times(g).passive() : times(g).idle());
            }
        }
        return state(memories, due, state.off());
    }

    private Memory poll(int g, Memory memory, double temperature, double[] requests) {
        if (g == rules.size()) {
            return Rules.poll(java.util.Objects.requireNonNull(severities), (Memory.Level) memory, temperature);
        }
        return switch (rules.get(g)) {
            case Governor.StepWise rule -> Rules.poll(rule, states(g), (Memory.Steps) memory, temperature);
            case Governor.PowerAllocator rule -> {
                double[] asked = Arrays.stream(whom.get(g)).mapToDouble(a -> requests[a]).toArray();
                yield new Allocation(rule, mine(g)).poll((Memory.Pid) memory, temperature, asked);
            }
            case Governor.SetPoints rule -> Rules.poll(rule, (Memory.Points) memory, temperature);
            case Governor.Critical rule -> Rules.poll(rule, (Memory.Trip) memory, temperature);
        };
    }

    private Poll times(int g) {
        return g < rules.size() ? rules.get(g).poll() : java.util.Objects.requireNonNull(severities).poll();
    }

    private List<Actor> mine(int g) {
        return Arrays.stream(whom.get(g)).mapToObj(actors::get).toList();
    }

    private int states(int g) {
        return mine(g).stream().mapToInt(Actor::states).max().orElse(1);
    }

    private State state(List<Memory> memories, double[] due, boolean wasOff) {
        double[] caps = new double[actors.size()];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        boolean off = wasOff;
        var severity = Severity.NONE;
        for (int g = 0; g < memories.size(); g++) {
            switch (memories.get(g)) {
                case Memory.Steps steps -> cap(caps, g, (a, i) -> steps.state() == 0 ? free() : a.state(Math.min(steps.state(), a.states())));
                case Memory.Pid pid -> cap(caps, g, (a, i) -> pid.hot() ? Math.max(pid.granted()[i], a.least()) : free());
                case Memory.Points points -> {
                    double speed = Rules.speed((Governor.SetPoints) rules.get(g), points);
                    cap(caps, g, (a, i) -> Double.isInfinite(speed) ? free() : a.at(speed));
                }
                case Memory.Level level -> {
                    severity = level.severity();
                    effects(caps, severity);
                }
                case Memory.Trip trip -> off |= trip.tripped();
            }
        }
        off |= severity == Severity.SHUTDOWN;
        if (off) {
            Arrays.fill(caps, 0);
        }
        return new State(List.copyOf(memories), due, caps, severity, off);
    }

    private static double free() {
        return Double.POSITIVE_INFINITY;
    }

    @FunctionalInterface
    private interface Cap {
        double of(Actor actor, int position);
    }

    private void cap(double[] caps, int g, Cap cap) {
        int[] mine = whom.get(g);
        for (int i = 0; i < mine.length; i++) {
            caps[mine[i]] = Math.min(caps[mine[i]], cap.of(actors.get(mine[i]), i));
        }
    }

    private void effects(double[] caps, Severity severity) {
        for (var effect : java.util.Objects.requireNonNull(severities).effects()) {
            int a = IntStream.range(0, actors.size())
                    .filter(i -> actors.get(i).source().equals(effect.actor()))
                    .findFirst()
                    .orElseThrow();
            if (severity.compareTo(effect.from()) >= 0) {
                caps[a] = Math.min(caps[a], Math.max(effect.cap(), actors.get(a).least()));
            }
        }
    }

    /// Returns the headroom.
    ///
    /// @param temperatures temperature of each of the [#sensors()], K
    /// @return Android's thermal headroom, dimensionless; NaN without severities
    public double headroom(double[] temperatures) {
        return severities == null ? Double.NaN : Rules.headroom(severities, temperatures[rules.size()]);
    }

    /// Returns how fast the phone is compared with what is asked for: the slowest of its actors.
    ///
    /// @param caps power each actor may take, W
    /// @param requests power each actor asks for, W
    /// @return speed over the speed asked for, 0 to 1
    public double performance(double[] caps, double[] requests) {
        double slowest = 1;
        for (int a = 0; a < actors.size(); a++) {
            double wanted = actors.get(a).speed(requests[a]);
            if (requests[a] > 0 && wanted > 0) {
                slowest = Math.min(slowest, actors.get(a).speed(Math.min(caps[a], requests[a])) / wanted);
            }
        }
        return slowest;
    }

    /// Returns how far a sensor is from where its rule would next do something, upwards or downwards.
    ///
    /// @param state state now
    /// @param g which of the [#sensors()]
    /// @param temperature its temperature, K
    /// @return distance, K, 0 where every poll may change something; infinite when nothing can happen
    public double distance(State state, int g, double temperature) {
        if (g == rules.size()) {
            return Distance.of(java.util.Objects.requireNonNull(severities), temperature);
        }
        return switch (rules.get(g)) {
            case Governor.StepWise rule ->
                Rules.passive((Memory.Steps) state.memories().get(g)) ? 0 : Math.max(0, rule.trip() - temperature);
            case Governor.PowerAllocator rule -> Math.max(0, rule.switchOn() - temperature);
            case Governor.SetPoints rule -> Distance.of(rule, (Memory.Points) state.memories().get(g), temperature);
            case Governor.Critical rule -> Math.max(0, rule.trip() - temperature);
        };
    }
}
