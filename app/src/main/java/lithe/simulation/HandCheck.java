// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import lithe.device.Body;
import lithe.device.Device;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Workload;
import lithe.thermal.Convection;
import lithe.thermal.Perfusion;
import lithe.thermal.Surroundings;

/// What an expert would write on the back of an envelope: the phone as one lump at one temperature,
/// C dT/dt = P − Σ h(T) A (T − Tₒ). It stands beside the three-dimensional answer and knows nothing of its mesh.
final class HandCheck {

    /// Steps of a transient; the lump has one time constant of minutes, so this is far finer than needed.
    private static final int STEPS = 2000;

    private HandCheck() {}

    /// Returns the temperature of the lump at the end of a workload, K.
    ///
    /// @param start temperature of the lump at the start, K
    /// @param power heat released at a time, W
    /// @param capacity heat capacity of the phone, J/K
    static double skin(Device phone, Workload workload, double start, DoubleUnaryOperator power, double capacity) {
        List<Way> ways = ways(phone, workload);
        if (workload.steady()) {
            return steady(ways, workload, power.applyAsDouble(0));
        }
        double t = start, step = workload.duration() / STEPS;
        for (int s = 0; s < STEPS; s++) {
            double heat = power.applyAsDouble((s + 0.5) * step);
            double half = t + 0.5 * step * (heat - lost(ways, workload, t)) / capacity;
            t += step * (heat - lost(ways, workload, half)) / capacity;
        }
        return t;
    }

    private static double steady(List<Way> ways, Workload workload, double heat) {
        double low = 200, high = 2000;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (lost(ways, workload, middle) < heat) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// A piece of surface with one exchange.
    private record Way(Exchange exchange, double area, double emissivity) {}

    private static List<Way> ways(Device phone, Workload workload) {
        List<Way> ways = new ArrayList<>();
        for (Face face : Face.values()) {
            for (Map.Entry<Exchange, Double> share : workload.boundary().shares(face).entrySet()) {
                double area = share.getValue() * area(phone.body(), face);
                ways.add(new Way(share.getKey(), area, phone.surfaces().of(face).emissivity()));
            }
        }
        return ways;
    }

    private static double area(Body body, Face face) {
        return switch (face) {
            case FRONT, BACK -> body.footprint();
            case LEFT, RIGHT -> body.length() * body.thickness();
            case TOP, BOTTOM -> body.width() * body.thickness();
        };
    }

    private static double lost(List<Way> ways, Workload around, double t) {
        return ways.stream()
                .mapToDouble(way -> way.area() * flux(way.exchange(), way.emissivity(), around, t))
                .sum();
    }

    private static double flux(Exchange exchange, double emissivity, Workload around, double t) {
        double ambient = around.ambient();
        return switch (exchange) {
            case Exchange.Adiabatic() -> 0;
            case Exchange.Film(double h, double outside, boolean radiates) ->
                h * (t - (Double.isNaN(outside) ? ambient : outside)) + radiation(radiates, emissivity, t, ambient);
            case Exchange.Air air ->
                Convection.film(air, t, ambient, around.pressure()) * (t - ambient)
                        + radiation(air.radiates(), emissivity, t, ambient);
            case Exchange.Hand hand -> Perfusion.flux(hand, t);
            case Exchange.Sun(double flux, Exchange under) -> flux(under, emissivity, around, t) - flux;
        };
    }

    private static double radiation(boolean radiates, double emissivity, double t, double ambient) {
        return radiates ? emissivity * Surroundings.STEFAN_BOLTZMANN * (Math.pow(t, 4) - Math.pow(ambient, 4)) : 0;
    }
}
