// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lithe.board.BoardDesign;
import lithe.device.Boundary;
import lithe.device.Contact;
import lithe.device.Device;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Resolution;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;

/// A phone in the steady state of a workload, and what stands on its boards.
///
/// @param phone the phone
/// @param design its board
/// @param workload whose powers and surroundings are used
/// @param resolution mesh
/// @param threads threads that share a solve
record BoardedPhone(Device phone, BoardDesign design, Workload workload, Resolution resolution, int threads) {

    /// Whether a part lies on the front or the back of a board.
    boolean touchesBoard(Part part) {
        return boards().stream().anyMatch(board -> board.boxes().stream().anyMatch(b -> part.boxes().stream()
                .anyMatch(p -> overlapsInPlan(p, b)
                        && (Math.abs(p.z1() - b.z0()) < 1e-6 || Math.abs(p.z0() - b.z1()) < 1e-6))));
    }

    List<Part> boards() {
        return phone.parts().stream()
                .filter(p -> p.name().equals(design.lower()) || p.name().equals(design.upper()))
                .toList();
    }

    static boolean overlapsInPlan(Box a, Box b) {
        return Math.min(a.x1(), b.x1()) - Math.max(a.x0(), b.x0()) > 1e-6
                && Math.min(a.y1(), b.y1()) - Math.max(a.y0(), b.y0()) > 1e-6;
    }

    /// Power of each part at the end of the workload, W.
    Map<String, Double> powers() {
        Map<String, Double> byPart = new TreeMap<>();
        double end = workload.steady() ? 0 : workload.duration();
        workload.power().forEach((source, trace) -> phone.shares(source)
                .forEach((part, share) -> byPart.merge(part, share * trace.at(end), Double::sum)));
        return byPart;
    }

    /// Steady temperatures of a variant of the phone.
    Temperatures steady(Device device, Boundary boundary, Map<String, Double> power) {
        var heat = Heat.on(Grid.of(device, resolution), threads);
        return heat.steady(Surroundings.of(held(boundary)), heat.powers(power));
    }

    Workload held(Boundary boundary) {
        return workload.held(boundary);
    }

    /// The phone with other parts, and nothing that is not needed for its temperatures.
    Device with(List<Part> parts, List<Contact> contacts) {
        return new Device(
                phone.name(),
                phone.note(),
                phone.reconstructed(),
                phone.body(),
                phone.cutouts(),
                phone.layers(),
                parts,
                contacts,
                phone.surfaces(),
                Map.of(),
                List.of(),
                List.of());
    }
}
