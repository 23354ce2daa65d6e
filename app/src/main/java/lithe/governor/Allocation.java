// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import java.util.List;
import lithe.device.Actor;
import lithe.device.Governor.PowerAllocator;

/// What the power allocator does at a poll. Linux, gov_power_allocator.c, in watts and kelvins instead of integers.
///
/// @param rule the governor
/// @param actors its actors, in its order
public record Allocation(PowerAllocator rule, List<Actor> actors) {

    /// Takes a copy of the actors.
    public Allocation {
        actors = List.copyOf(actors);
    }

    /// Returns the sustainable power S: the given one, or the sum of the actors' least powers.
    ///
    /// @return power, W
    public double sustainable() {
        return given(rule.sustainable(), actors.stream().mapToDouble(Actor::least).sum());
    }

    /// Returns the gain while too hot: the given one, or S / (T_control − T_on).
    ///
    /// @return gain, W/K
    public double over() {
        return given(rule.over(), sustainable() / (rule.control() - rule.switchOn()));
    }

    /// Returns the gain while not too hot: the given one, or 2 S / (T_control − T_on).
    ///
    /// @return gain, W/K
    public double under() {
        return given(rule.under(), 2 * sustainable() / (rule.control() - rule.switchOn()));
    }

    /// Returns the gain of the summed error: the given one, or a tenth of the gain while not too hot.
    ///
    /// @return gain per poll, W/K
    public double integral() {
        return given(rule.integral(), under() / 10);
    }

    private static double given(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    /// Polls the governor. Below the switch-on temperature it forgets everything and caps nobody.
    ///
    /// @param memory what it remembers
    /// @param temperature temperature of its sensor, K
    /// @param requests power each actor asks for, W
    /// @return what it remembers from now on
    public Memory.Pid poll(Memory.Pid memory, double temperature, double[] requests) {
        if (temperature < rule.switchOn()) {
            return Memory.Pid.START;
        }
        double error = rule.control() - temperature;
        double most = actors.stream().mapToDouble(Actor::most).sum();
        double sum = memory.sum();
        // the error is summed only below the cut-off, and only while what it makes stays below all the actors could take
        if (error < rule.cutOff() && Math.abs(integral() * (sum + error)) < most) {
            sum += error;
        }
        double p = (error < 0 ? over() : under()) * error;
        double d = rule.derivative() * (error - memory.error()) / rule.poll().passive();
        double budget = Math.clamp(sustainable() + p + integral() * sum + d, 0, most);
        return new Memory.Pid(sum, error, true, share(budget, requests));
    }

    /// Shares a budget: in proportion to weighted requests, up to what each can take; what is over goes to the others in
    /// proportion to the room they have left.
    ///
    /// @param budget power to share, W
    /// @param requests power each actor asks for, W
    /// @return power granted to each, W
    public double[] share(double budget, double[] requests) {
        int n = actors.size();
        double asked = 0, surplus = 0, room = 0;
        double[] granted = new double[n];
        for (int a = 0; a < n; a++) {
            granted[a] = actors.get(a).weight() * Math.min(requests[a], actors.get(a).most());
            asked += granted[a];
        }
        for (int a = 0; a < n; a++) {
            double most = actors.get(a).most();
            double part = asked > 0 ? budget * granted[a] / asked : 0;
            granted[a] = Math.min(part, most);
            surplus += part - granted[a];
            room += most - granted[a];
        }
        double share = room > 0 ? Math.min(surplus, room) / room : 0;
        for (int a = 0; a < n; a++) {
            granted[a] += share * (actors.get(a).most() - granted[a]);
        }
        return granted;
    }
}
