// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Body;
import lithe.device.Boundary;
import lithe.device.Device;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Patch;
import lithe.device.Posture;
import lithe.device.Trace;
import lithe.device.Workload;

/// A phone under some of its workloads, with inputs that a source leaves open read one way.
///
/// @param device name of the device file, without ending
/// @param workloads workloads to run, in the order of the file
/// @param changes how each workload is read; one that is not named stays as in the file
/// @param values other values of the file by path, as a person writes them
record Trial(String device, List<String> workloads, Map<String, Change> changes, Map<String, String> values) {

    /// What a table that was cold takes over an hour, as a steady film, W/(m²·K); `WoodenTableVerification`.
    private static final double COLD = 6.7;

    /// What whole-percent battery drops leave open of a power, relative.
    private static final double POWER = 0.10;

    /// Another reading of a workload.
    enum Change {
        TABLE,
        WOODEN_TABLE,
        COLD_TABLE,
        STAND,
        LESS_POWER,
        MORE_POWER;

        Workload of(Workload workload, Body body) {
            return switch (this) {
                case TABLE -> workload.held(Posture.TABLE.boundary(body));
                case WOODEN_TABLE -> workload.held(Posture.WOODEN_TABLE.boundary(body));
                case COLD_TABLE -> workload.held(cold(body));
                case STAND -> workload.held(Posture.STAND.boundary(body));
                case LESS_POWER -> scaled(workload, 1 - POWER);
                case MORE_POWER -> scaled(workload, 1 + POWER);
            };
        }

        private static Boundary cold(Body body) {
            List<Patch> patches = new ArrayList<>(Posture.WOODEN_TABLE.boundary(body).patches());
            patches.add(Patch.whole(Face.BACK, new Exchange.Film(COLD, Double.NaN, false)));
            return new Boundary(Posture.WOODEN_TABLE.word(), patches);
        }

        private static Workload scaled(Workload w, double factor) {
            Map<String, Trace> power = new LinkedHashMap<>();
            w.power().forEach((source, trace) -> power.put(source, new Trace(trace.time(), times(trace.power(), factor), trace.linear())));
            return new Workload(
                    w.name(), w.ambient(), w.pressure(), w.duration(), w.boundary(), power, w.start(), w.after(), w.chargeFrom());
        }

        private static double[] times(double[] powers, double factor) {
            return java.util.Arrays.stream(powers).map(p -> p * factor).toArray();
        }
    }

    /// A trial as the file stands.
    static Trial of(String device, String... workloads) {
        return new Trial(device, List.of(workloads), Map.of(), Map.of());
    }

    /// The same trial with some of its workloads read otherwise.
    Trial reading(Change change, String... which) {
        Map<String, Change> all = new LinkedHashMap<>();
        for (String workload : which) {
            all.put(workload, change);
        }
        return new Trial(device, workloads, Map.copyOf(all), values);
    }

    /// The same trial with another value in the file.
    Trial with(String path, String value) {
        return new Trial(device, workloads, changes, Map.of(path, value));
    }

    /// Returns the phone of the file with the workloads as they are read here.
    Device phone(Device file) {
        return file.doing(file.workloads().stream()
                .map(w -> changes.containsKey(w.name()) ? changes.get(w.name()).of(w, file.body()) : w)
                .toList());
    }

    /// Rough work, for the time left: a charge solves a cell as well.
    double effort(Device file) {
        return workloads.stream().mapToDouble(w -> file.workload(w).charged() ? 4 : 1).sum();
    }
}
