// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lithe.board.BoardDesign;
import lithe.board.GeneratedCopper;
import lithe.board.LayerStack;
import lithe.board.Sandwich;
import lithe.board.place.Influence;
import lithe.board.place.Placement;
import lithe.board.place.Problem;
import lithe.chamber.VaporChamber;
import lithe.device.Boundary;
import lithe.device.Contact;
import lithe.device.Device;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Patch;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.geometry.Rectangle;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Resolution;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import lithe.units.Grade;

/// Introduces the board to the heat solver: copper by place in the phone, and how tiles of the boards warm each other.
public final class BoardHeat {

    /// Linear film on front and back for the influence, W/(m²·K): air and radiation near room temperature; estimate. Only
    /// differences between placements depend on it.
    private static final double FILM = 10;
    /// In-plane conductivity that stands for a working chamber in the linear model, W/(m·K); estimate.
    private static final double CHAMBER = 5000;
    /// What fills the height between board and shield, chips and gaps together; estimate, W/(m·K).
    private static final double COMPONENTS_IN_PLANE = 3;

    private static final double COMPONENTS_THROUGH = 2;

    private final Device phone;
    private final BoardDesign design;
    private final Workload workload;
    private final Resolution resolution;
    private final int threads;

    /// Prepares a study.
    ///
    /// @param phone the phone
    /// @param design its board; both boards are needed for placing
    /// @param workload whose powers and surroundings are used, in steady state
    /// @param resolution mesh
    /// @param threads threads that share a solve
    public BoardHeat(Device phone, BoardDesign design, Workload workload, Resolution resolution, int threads) {
        this.phone = phone;
        this.design = design;
        this.workload = workload;
        this.resolution = resolution;
        this.threads = threads;
    }

    /// Temperatures with the board as a uniform block and with copper by place, at the same power.
    ///
    /// @param part the part looked at, the one with most power
    /// @param partBlock its highest temperature with the block, K
    /// @param partDetail its highest temperature with copper by place, K
    /// @param skinBlock highest skin temperature with the block, K
    /// @param skinDetail highest skin temperature with copper by place, K
    /// @param power heat released in both, W
    /// @param through least and greatest conductivity through the board in the detailed run, W/(m·K)
    public record Comparison(
            String part,
            double partBlock,
            double partDetail,
            double skinBlock,
            double skinDetail,
            double power,
            double[] through) {}

    /// Compares the uniform block with copper by place.
    ///
    /// @param tile side of a tile, m
    /// @return both steady states
    public Comparison compare(double tile) {
        var power = powers();
        var hottest = power.entrySet().stream()
                .filter(e -> touchesBoard(phone.part(e.getKey())))
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalArgumentException("no part on the board has power in workload " + workload.name()))
                .getKey();
        double[] through = {Double.POSITIVE_INFINITY, 0};
        // both are cut into the same tiles, so that they are on the same mesh
        var block = steady(detailed(tile, true, through), workload.boundary(), power);
        var detail = steady(detailed(tile, false, through), workload.boundary(), power);
        return new Comparison(
                hottest,
                block.max(hottest),
                detail.max(hottest),
                block.skinMax(),
                detail.skinMax(),
                power.values().stream().mapToDouble(Double::doubleValue).sum(),
                through);
    }

    /// The phone with each board cut into tiles of a few conductivities.
    private Device detailed(double tile, boolean uniform, double[] through) {
        var stacks = Sandwich.phone(new Rectangle(0, 0, 0.02, 0.04));
        List<Part> parts = new ArrayList<>();
        Map<String, List<String>> pieces = new LinkedHashMap<>();
        for (var part : phone.parts()) {
            boolean lower = part.name().equals(design.lower());
            if (lower || part.name().equals(design.upper())) {
                var cut = cut(part, lower ? stacks.lower() : stacks.upper(), tile, uniform, through);
                pieces.put(part.name(), cut.stream().map(Part::name).toList());
                parts.addAll(cut);
            } else {
                parts.add(part);
            }
        }
        List<Contact> contacts = new ArrayList<>();
        for (var contact : phone.contacts()) {
            for (var first : pieces.getOrDefault(contact.first(), List.of(contact.first()))) {
                for (var second : pieces.getOrDefault(contact.second(), List.of(contact.second()))) {
                    contacts.add(new Contact(first, second, contact.resistance()));
                }
            }
        }
        return with(parts, contacts);
    }

    private List<Part> cut(Part board, LayerStack stack, double tile, boolean uniform, double[] through) {
        var mix = design.mix();
        double area = boardArea();
        // the large chips bring their own pads where they stand; everything else is spread evenly
        double elsewhere = mix.pads() - 1100 - 153;
        double background = Math.max(elsewhere, 0) / area;
        Map<Integer, List<Box>> levels = new TreeMap<>();
        for (var box : board.boxes()) {
            int nx = (int) Math.max(1, Math.round(box.width() / tile));
            int ny = (int) Math.max(1, Math.round(box.length() / tile));
            for (int i = 0; i < nx; i++) {
                for (int j = 0; j < ny; j++) {
                    var cell = Box.at(
                            box.x0() + i * box.width() / nx,
                            box.y0() + j * box.length() / ny,
                            box.z0(),
                            box.width() / nx,
                            box.length() / ny,
                            box.thickness());
                    double pads = background + chipPads(cell);
                    levels.computeIfAbsent((int) Math.round(pads * 1e-6 * 2), k -> new ArrayList<>()).add(cell);
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        levels.forEach((level, boxes) -> {
            var copper = GeneratedCopper.of(stack, level / 2.0 * 1e6);
            through[0] = Math.min(through[0], copper.through());
            through[1] = Math.max(through[1], copper.through());
            var material = new Material(
                    "copper by place",
                    copper.inPlane(),
                    copper.through(),
                    2200,
                    copper.capacity() / 2200,
                    Grade.ESTIMATE,
                    "generated from the part mix");
            var name = parts.isEmpty() ? board.name() : board.name() + " level " + level;
            parts.add(new Part(name, boxes, uniform ? board.filling() : new Filling.Solid(material), board.inside()));
        });
        return parts;
    }

    /// Pads per area a large chip on this tile brings, 1/m².
    private double chipPads(Box cell) {
        double pads = 0;
        for (var part : phone.parts()) {
            var box = part.boxes().getFirst();
            double dx = Math.min(box.x1(), cell.x1()) - Math.max(box.x0(), cell.x0());
            double dy = Math.min(box.y1(), cell.y1()) - Math.max(box.y0(), cell.y0());
            boolean onFace = Math.abs(box.z1() - cell.z0()) < 1e-6 || Math.abs(box.z0() - cell.z1()) < 1e-6;
            if (dx > 0 && dy > 0 && onFace && powers().getOrDefault(part.name(), 0.0) > 0) {
                // a processor of 0.35 mm ball pitch
                pads += 6.5e6 * dx * dy / cell.area();
            }
        }
        return pads;
    }

    private double boardArea() {
        return phone.parts().stream()
                .filter(p -> p.name().equals(design.lower()) || p.name().equals(design.upper()))
                .flatMap(p -> p.boxes().stream())
                .mapToDouble(Box::area)
                .sum();
    }

    private boolean touchesBoard(Part part) {
        return boards().stream().anyMatch(board -> board.boxes().stream().anyMatch(b -> part.boxes().stream()
                .anyMatch(p -> overlapsInPlan(p, b)
                        && (Math.abs(p.z1() - b.z0()) < 1e-6 || Math.abs(p.z0() - b.z1()) < 1e-6))));
    }

    private List<Part> boards() {
        return phone.parts().stream()
                .filter(p -> p.name().equals(design.lower()) || p.name().equals(design.upper()))
                .toList();
    }

    private static boolean overlapsInPlan(Box a, Box b) {
        return Math.min(a.x1(), b.x1()) - Math.max(a.x0(), b.x0()) > 1e-6
                && Math.min(a.y1(), b.y1()) - Math.max(a.y0(), b.y0()) > 1e-6;
    }

    /// Returns the area both boards cover, where parts may be placed.
    ///
    /// @return rectangle in the phone's coordinates, m
    public Rectangle area() {
        if (design.upper() == null) {
            throw new IllegalArgumentException("placing on two boards needs board.upper in the device file");
        }
        var upper = phone.part(design.upper()).boxes().getFirst();
        return new Rectangle(upper.x0(), upper.y0(), upper.width(), upper.length());
    }

    /// Returns the heat of every part on the boards in the area, which placing moves around.
    ///
    /// @return heat by name of the part, W
    public Map<String, Double> movable() {
        Map<String, Double> found = new TreeMap<>();
        powers().forEach((name, watts) -> {
            if (onBoards(phone.part(name))) {
                found.put(name, watts);
            }
        });
        return found;
    }

    /// Returns the chips on the boards in the area, with or without heat.
    ///
    /// @return the parts placing moves around
    public List<Part> chips() {
        return phone.parts().stream().filter(this::onBoards).toList();
    }

    private boolean onBoards(Part part) {
        var r = area();
        return touchesBoard(part)
                && part.boxes().stream().allMatch(b -> b.x0() >= r.x() && b.x1() <= r.right() && b.y0() >= r.y() && b.y1() <= r.bottom())
                && part.boxes().size() == 1
                && boards().stream().noneMatch(b -> b.name().equals(part.name()));
    }

    /// Returns how tiles of both boards warm each other at this workload, with everything else warm too.
    ///
    /// The matrix is linear: fixed films and a chamber of fixed conductivity. It is shifted so that it gives the full,
    /// nonlinear solution where the heat of the boards is spread evenly; the shift holds for the same total heat.
    ///
    /// @param tile side of a tile, m
    /// @param progress hears how far it is
    /// @return the influence; rises over ambient
    public Influence influence(double tile, Progress progress) {
        var r = area();
        int nx = (int) Math.max(1, Math.round(r.width() / tile));
        int ny = (int) Math.max(1, Math.round(r.height() / tile));
        int n = 2 * nx * ny;
        double total = movable().values().stream().mapToDouble(Double::doubleValue).sum();
        var tiled = tiled(nx, ny, false);
        var linear = tiled(nx, ny, true);
        var film = new Exchange.Film(FILM, Double.NaN, false);
        var boundary = new Boundary("given", Arrays.stream(Face.values()).map(f -> Patch.whole(f, film)).toList());
        var heat = Heat.on(Grid.of(linear, resolution), threads);
        var around = Surroundings.of(held(boundary));
        double[][] rise = new double[n][n];
        for (int s = 0; s < n; s++) {
            var t = heat.steady(around, heat.powers(Map.of(name(s), 1.0)));
            for (int k = 0; k < n; k++) {
                rise[s][k] = t.mean(name(k)) - workload.ambient();
            }
            progress.at("influence", (s + 1.0) / n);
        }
        Map<String, Double> even = others();
        for (int s = 0; s < n; s++) {
            even.put(name(s), total / n);
        }
        var full = steady(tiled, workload.boundary(), even);
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int s = 0; s < n; s++) {
                sum += rise[s][k] * total / n;
            }
            double shift = total > 0 ? (full.mean(name(k)) - workload.ambient() - sum) / total : 0;
            for (int s = 0; s < n; s++) {
                rise[s][k] += shift;
            }
        }
        return new Influence(r, nx, ny, 2, rise);
    }

    /// Solves the phone with the blocks of a placement as sources in the boards.
    ///
    /// @param problem the problem, in the phone's coordinates
    /// @param placement where its blocks stand
    /// @return highest mean rise over ambient among the warm blocks, K
    public double fullPeak(Problem problem, Placement placement) {
        List<Part> parts = new ArrayList<>(kept());
        Map<String, Double> power = others();
        for (int b = 0; b < problem.blocks().size(); b++) {
            double watts = problem.blocks().get(b).power();
            if (watts > 0) {
                var box = placement.box(problem, b);
                var board = boardOf(problem.planes().get(placement.face()[b]).board());
                var z = board.boxes().getFirst();
                var name = "placed " + problem.blocks().get(b).name();
                parts.add(new Part(
                        name,
                        List.of(Box.at(box.x(), box.y(), z.z0(), box.width(), box.height(), z.thickness())),
                        board.filling(),
                        board.name()));
                power.put(name, watts);
            }
        }
        var t = steady(with(parts, contacts(parts)), workload.boundary(), power);
        return power.keySet().stream()
                        .filter(name -> name.startsWith("placed "))
                        .mapToDouble(t::mean)
                        .max()
                        .orElse(workload.ambient())
                - workload.ambient();
    }

    /// Solves the phone with the heat of a placement spread over the tiles of an influence: what superposition leaves out
    /// of the physics, without what tiles leave out of the geometry.
    ///
    /// @param influence tells the tiles
    /// @param problem the problem, in the phone's coordinates
    /// @param placement where its blocks stand
    /// @return highest rise over ambient of a tile's mean, K
    public double tilePeak(Influence influence, Problem problem, Placement placement) {
        double[] watts = influence.power(problem, placement);
        Map<String, Double> power = others();
        for (int k = 0; k < watts.length; k++) {
            power.put(name(k), watts[k]);
        }
        var t = steady(tiled(influence.nx(), influence.ny(), false), workload.boundary(), power);
        double peak = 0;
        for (int k = 0; k < watts.length; k++) {
            peak = Math.max(peak, t.mean(name(k)) - workload.ambient());
        }
        return peak;
    }

    private Part boardOf(int board) {
        return phone.part(board == 0 ? design.lower() : String.valueOf(design.upper()));
    }

    private static String name(int tile) {
        return "tile " + tile;
    }

    /// Parts that stay: everything but the chips on the boards, whose place a layer of components takes.
    private List<Part> kept() {
        Set<String> gone = new HashSet<>();
        double front = Double.POSITIVE_INFINITY;
        double back = 0;
        var lower = boardOf(0).boxes().getFirst();
        var upper = boardOf(1).boxes().getFirst();
        var r = area();
        for (var part : phone.parts()) {
            var box = part.boxes().getFirst();
            boolean inside = box.x0() >= r.x() && box.x1() <= r.right() && box.y0() >= r.y() && box.y1() <= r.bottom();
            boolean chip = inside && onBoards(part);
            boolean filler = inside && phone.parts().stream().anyMatch(p -> onBoards(p) && Math.abs(p.boxes().getFirst().z0() - box.z1()) < 1e-6 && overlapsInPlan(p.boxes().getFirst(), box) && box.area() < 0.3 * r.area());
            if (chip || filler) {
                gone.add(part.name());
                front = box.z1() <= lower.z0() + 1e-6 ? Math.min(front, box.z0()) : front;
                back = box.z0() >= upper.z1() - 1e-6 ? Math.max(back, box.z1()) : back;
            }
        }
        var components = new Filling.Solid(new Material(
                "components", COMPONENTS_IN_PLANE, COMPONENTS_THROUGH, 2500, 800, Grade.ESTIMATE, "chips and gaps together"));
        List<Part> parts = new ArrayList<>();
        if (front < lower.z0()) {
            parts.add(new Part("components in front", List.of(Box.at(r.x() + 2.1e-3, r.y() + 2.1e-3, front, r.width() - 4.2e-3, r.height() - 4.2e-3, lower.z0() - front)), components, null));
        }
        if (back > upper.z1()) {
            parts.add(new Part("components behind", List.of(Box.at(r.x() + 2.1e-3, r.y() + 2.1e-3, upper.z1(), r.width() - 4.2e-3, r.height() - 4.2e-3, back - upper.z1())), components, null));
        }
        phone.parts().stream().filter(p -> !gone.contains(p.name())).forEach(parts::add);
        return parts;
    }

    private Device tiled(int nx, int ny, boolean linear) {
        List<Part> parts = new ArrayList<>();
        for (var part : kept()) {
            boolean chamber = part.filling() instanceof Filling.Chamber;
            parts.add(linear && chamber ? new Part(part.name(), part.boxes(), solid((Filling.Chamber) part.filling()), part.inside()) : part);
        }
        var r = area();
        for (int b = 0; b < 2; b++) {
            var board = boardOf(b);
            var z = board.boxes().getFirst();
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    var box = Box.at(r.x() + i * r.width() / nx, r.y() + j * r.height() / ny, z.z0(), r.width() / nx, r.height() / ny, z.thickness());
                    parts.add(new Part(name((b * ny + j) * nx + i), List.of(box), board.filling(), board.name()));
                }
            }
        }
        return with(parts, contacts(parts));
    }

    private static Filling solid(Filling.Chamber chamber) {
        VaporChamber c = chamber.chamber();
        return new Filling.Solid(new Material(
                "chamber as a solid", CHAMBER, 50, 5000, 400, Grade.ESTIMATE, "linear stand-in for a chamber of %.2f mm".formatted(c.thickness() * 1e3)));
    }

    private List<Contact> contacts(List<Part> parts) {
        Set<String> names = new HashSet<>();
        phone.layers().forEach(l -> names.add(l.name()));
        parts.forEach(p -> names.add(p.name()));
        return phone.contacts().stream().filter(c -> names.contains(c.first()) && names.contains(c.second())).toList();
    }

    /// Heat of the parts that stay, W.
    private Map<String, Double> others() {
        Map<String, Double> others = new TreeMap<>(powers());
        movable().keySet().forEach(others::remove);
        return others;
    }

    /// Power of each part at the end of the workload, W.
    private Map<String, Double> powers() {
        Map<String, Double> byPart = new TreeMap<>();
        double end = workload.steady() ? 0 : workload.duration();
        workload.power().forEach((source, trace) -> phone.shares(source)
                .forEach((part, share) -> byPart.merge(part, share * trace.at(end), Double::sum)));
        return byPart;
    }

    private Temperatures steady(Device device, Boundary boundary, Map<String, Double> power) {
        var heat = Heat.on(Grid.of(device, resolution), threads);
        return heat.steady(Surroundings.of(held(boundary)), heat.powers(power));
    }

    private Workload held(Boundary boundary) {
        return workload.held(boundary);
    }

    private Device with(List<Part> parts, List<Contact> contacts) {
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
