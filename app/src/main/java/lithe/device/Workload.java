// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the phone does, where, and for how long.
///
/// @param name name, unique in the device
/// @param ambient air and wall temperature, K
/// @param pressure air pressure, Pa
/// @param duration how long, s; infinite for the steady state
/// @param boundary how it stands in the world
/// @param power power of each heat source, W; keys are names of sources
/// @param start uniform temperature at the start, K; ignored by a steady run and where after is given
/// @param after workload whose end state is the start, or null
/// @param chargeFrom percentage on the screen at which it is plugged in, 0 … 1; NaN when it is not charged
/// @param governed rules by which the phone caps the powers, which are then requests; null when it gets what it asks for
/// @param frameRate frames per second that are wanted, Hz; NaN when none are
/// @param notes what a reader should know of its powers, such as gaps in a trace
public record Workload(
        String name,
        double ambient,
        double pressure,
        double duration,
        Boundary boundary,
        Map<String, Trace> power,
        double start,
        @Nullable String after,
        double chargeFrom,
        @Nullable Throttling governed,
        double frameRate,
        List<String> notes) {

    /// Takes copies.
    public Workload {
        power = Collections.unmodifiableMap(new LinkedHashMap<>(power)); // sums over it must not change from start to start
        notes = List.copyOf(notes);
    }

    /// A workload that gets what it asks for.
    ///
    /// @param name name, unique in the device
    /// @param ambient air and wall temperature, K
    /// @param pressure air pressure, Pa
    /// @param duration how long, s; infinite for the steady state
    /// @param boundary how it stands in the world
    /// @param power power of each heat source, W
    /// @param start uniform temperature at the start, K
    /// @param after workload whose end state is the start, or null
    /// @param chargeFrom percentage on the screen at which it is plugged in, 0 … 1; NaN when it is not charged
    public Workload(
            String name,
            double ambient,
            double pressure,
            double duration,
            Boundary boundary,
            Map<String, Trace> power,
            double start,
            @Nullable String after,
            double chargeFrom) {
        this(name, ambient, pressure, duration, boundary, power, start, after, chargeFrom, null, Double.NaN, List.of());
    }

    /// A workload without a charger.
    ///
    /// @param name name, unique in the device
    /// @param ambient air and wall temperature, K
    /// @param pressure air pressure, Pa
    /// @param duration how long, s; infinite for the steady state
    /// @param boundary how it stands in the world
    /// @param power power of each heat source, W
    /// @param start uniform temperature at the start, K
    /// @param after workload whose end state is the start, or null
    public Workload(
            String name,
            double ambient,
            double pressure,
            double duration,
            Boundary boundary,
            Map<String, Trace> power,
            double start,
            @Nullable String after) {
        this(name, ambient, pressure, duration, boundary, power, start, after, Double.NaN);
    }

    /// Tells whether the phone is charged meanwhile.
    ///
    /// @return true when it is plugged in
    public boolean charged() {
        return !Double.isNaN(chargeFrom);
    }

    /// Returns the same workload in other air.
    ///
    /// @param kelvin air, walls and start, K
    /// @return the changed workload
    public Workload at(double kelvin) {
        return new Workload(
                name, kelvin, pressure, duration, boundary, power, kelvin, after, chargeFrom, governed, frameRate, notes);
    }

    /// Tells whether only the steady state is asked for.
    ///
    /// @return true for a steady run
    public boolean steady() {
        return Double.isInfinite(duration);
    }

    /// Returns the same workload with the phone held another way.
    ///
    /// @param other how it stands in the world instead
    /// @return the changed workload
    public Workload held(Boundary other) {
        return new Workload(
                name, ambient, pressure, duration, other, power, start, after, chargeFrom, governed, frameRate, notes);
    }

    /// Returns the same workload, ended early.
    ///
    /// @param seconds when it ends at the latest, s
    /// @return the changed workload
    public Workload until(double seconds) {
        return new Workload(
                name, ambient, pressure, Math.min(duration, seconds), boundary, power, start, after, chargeFrom, governed, frameRate, notes);
    }
}
