// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Posture;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Resolution;
import lithe.thermal.Surroundings;

/// Makes the converged values that mesh-truths.csv holds: needs about 9 GB and two to five minutes for each device.
///
/// Two sequences of meshes, each cell cut in two every way: standard, its half and quarter, which give the observed order;
/// and fine and its half (15 million cells), which with that order give the limit. How far the two limits are apart is
/// written beside it.
final class MeshTruth {

    private MeshTruth() {}

    /// @param args file of a device, then a workload; it is taken as a steady state with its powers at the start
    public static void main(String[] args) {
        Device phone = DeviceFile.read(Path.of(args[0])).device();
        Workload workload = workload(phone, args[1]);
        Grid standard = Grid.of(phone, Resolution.STANDARD), fine = Grid.of(phone, Resolution.FINE);
        var whole = read(phone, workload, standard);
        Grid halved = halved(phone, standard);
        var half = read(phone, workload, halved);
        var quarter = read(phone, workload, halved(phone, halved));
        var last = read(phone, workload, fine);
        var best = read(phone, workload, halved(phone, fine));
        best.forEach((id, value) -> {
            double first = half.get(id) - whole.get(id), second = quarter.get(id) - half.get(id);
            double order = first * second > 0 ? Math.log(first / second) / Math.log(2) : 1;
            double left = 1 / (Math.pow(2, Math.clamp(order, 0.8, 2)) - 1);
            double limit = value + left * (value - last.get(id)), other = quarter.get(id) + left * second;
            System.out.printf(Locale.ROOT, "%s,%s,%s,%.4f,%.4f,%.2f%n",
                    Path.of(args[0]).getFileName().toString().replace(".yaml", ""), workload.name(), id, limit - 273.15,
                    Math.abs(limit - other), order);
        });
    }

    private static Map<String, Double> read(Device phone, Workload workload, Grid grid) {
        Heat heat = Heat.on(grid, 1);
        return new LinkedHashMap<>(Reading.temperatures(phone, heat.steady(Surroundings.of(workload), powers(heat, workload))));
    }

    /// A workload as the values were made with: a phone that recorded stood upright then.
    static Workload workload(Device phone, String name) {
        var workload = phone.workload(name);
        return name.equals("record-4k30") ? workload.held(Posture.STAND.boundary(phone.body())) : workload;
    }

    /// Powers at the start of a workload.
    static double[] powers(Heat heat, Workload workload) {
        Map<String, Double> sources = new HashMap<>();
        workload.power().forEach((name, trace) -> sources.put(name, trace.at(0)));
        return heat.powers(sources);
    }

    private static Grid halved(Device phone, Grid grid) {
        return Grid.given(
                phone, halved(grid.xPlanes(), List.of()), halved(grid.yPlanes(), List.of()), halved(grid.zPlanes(), sheets(phone)));
    }

    /// Heights that chambers take: their sheets are not cut.
    private static List<double[]> sheets(Device phone) {
        List<double[]> sheets = new ArrayList<>();
        phone.parts().stream().filter(part -> part.filling() instanceof Filling.Chamber).forEach(
                part -> part.boxes().forEach(box -> sheets.add(new double[] {box.z0(), box.z1()})));
        return sheets;
    }

    private static double[] halved(double[] planes, List<double[]> sheets) {
        List<Double> more = new ArrayList<>(List.of(planes[0]));
        for (int i = 1; i < planes.length; i++) {
            double middle = 0.5 * (planes[i - 1] + planes[i]);
            if (sheets.stream().noneMatch(sheet -> middle > sheet[0] && middle < sheet[1])) {
                more.add(middle);
            }
            more.add(planes[i]);
        }
        return more.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
