// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A public floorplanning case (MCNC `.block`, GSRC `.hardblocks`), read in place.
record FloorplanCase(String name, double[] width, double[] height, List<Wires.Net> nets) {

    static FloorplanCase read(Path folder, String name) throws IOException {
        var hard = folder.resolve(name + ".hardblocks");
        Map<String, Integer> index = new HashMap<>();
        List<double[]> sizes = new ArrayList<>();
        for (var line : Files.readAllLines(Files.exists(hard) ? hard : folder.resolve(name + ".block"))) {
            var t = line.strip().split("[\\s(),]+");
            boolean block = Files.exists(hard) ? line.contains(" hardrectilinear ") : t.length == 3 && !line.contains(":") && !line.contains("terminal");
            if (block) {
                index.put(t[0], sizes.size());
                int at = Files.exists(hard) ? 7 : 1;
                sizes.add(new double[] {Double.parseDouble(t[at]), Double.parseDouble(t[at + 1])});
            }
        }
        return new FloorplanCase(
                name,
                sizes.stream().mapToDouble(s -> s[0]).toArray(),
                sizes.stream().mapToDouble(s -> s[1]).toArray(),
                Files.exists(hard) ? nets(folder, name, index) : List.of());
    }

    private static List<Wires.Net> nets(Path folder, String name, Map<String, Integer> index) throws IOException {
        Map<String, double[]> pads = new HashMap<>();
        for (var line : Files.readAllLines(folder.resolve(name + ".pl"))) {
            var t = line.strip().split("\\s+");
            if (t.length >= 3) {
                pads.put(t[0], new double[] {Double.parseDouble(t[1]), Double.parseDouble(t[2])});
            }
        }
        List<List<String>> all = new ArrayList<>();
        for (var line : Files.readAllLines(folder.resolve(name + ".nets"))) {
            if (line.startsWith("NetDegree")) {
                all.add(new ArrayList<>());
            } else if (!all.isEmpty() && !line.isBlank()) {
                all.getLast().add(line.strip().split("\\s+")[0]);
            }
        }
        return all.stream()
                .map(net -> new Wires.Net(
                        net.stream().filter(index::containsKey).mapToInt(index::get).toArray(),
                        net.stream().filter(pads::containsKey).mapToDouble(p -> pads.get(p)[0]).toArray(),
                        net.stream().filter(pads::containsKey).mapToDouble(p -> pads.get(p)[1]).toArray(),
                        1))
                .toList();
    }

    double total() {
        double sum = 0;
        for (int i = 0; i < width.length; i++) {
            sum += width[i] * height[i];
        }
        return sum;
    }

    double w(Packing p, int b) {
        return p.turned()[b] ? height[b] : width[b];
    }

    double h(Packing p, int b) {
        return p.turned()[b] ? width[b] : height[b];
    }

    /// Overlaps and blocks outside a rectangle, counted pair by pair.
    int violations(Packing p, double outlineWidth, double outlineHeight) {
        int wrong = 0;
        for (int a = 0; a < width.length; a++) {
            if (p.x()[a] < 0 || p.y()[a] < 0 || p.x()[a] + w(p, a) > outlineWidth || p.y()[a] + h(p, a) > outlineHeight) {
                wrong++;
            }
            for (int b = a + 1; b < width.length; b++) {
                if (p.x()[a] < p.x()[b] + w(p, b) && p.x()[b] < p.x()[a] + w(p, a) && p.y()[a] < p.y()[b] + h(p, b) && p.y()[b] < p.y()[a] + h(p, a)) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    /// Half-perimeter wirelength with pins at block centres rounded down to whole units, as the finished floorplans count.
    double wirelength(Packing p) {
        double sum = 0;
        for (var net : nets) {
            double x0 = Double.POSITIVE_INFINITY;
            double x1 = Double.NEGATIVE_INFINITY;
            double y0 = Double.POSITIVE_INFINITY;
            double y1 = Double.NEGATIVE_INFINITY;
            for (int b : net.blocks()) {
                double cx = Math.floor(p.x()[b] + w(p, b) / 2);
                double cy = Math.floor(p.y()[b] + h(p, b) / 2);
                x0 = Math.min(x0, cx);
                x1 = Math.max(x1, cx);
                y0 = Math.min(y0, cy);
                y1 = Math.max(y1, cy);
            }
            for (int k = 0; k < net.padX().length; k++) {
                x0 = Math.min(x0, net.padX()[k]);
                x1 = Math.max(x1, net.padX()[k]);
                y0 = Math.min(y0, net.padY()[k]);
                y1 = Math.max(y1, net.padY()[k]);
            }
            sum += x1 - x0 + y1 - y0;
        }
        return sum;
    }
}
