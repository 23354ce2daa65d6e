// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lithe.board.BoardDesign;
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
import lithe.units.Grade;

/// How tiles of two boards in a phone warm each other, for placing chips on them.
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
    private final BoardedPhone boarded;

    /// Prepares a study.
    ///
    /// @param phone the phone
    /// @param design its board; both boards are needed
    /// @param workload whose powers and surroundings are used, in steady state
    /// @param resolution mesh
    /// @param threads threads that share a solve
    public BoardHeat(Device phone, BoardDesign design, Workload workload, Resolution resolution, int threads) {
        this.phone = phone;
        this.design = design;
        this.workload = workload;
        this.boarded = new BoardedPhone(phone, design, workload, resolution, threads);
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
        boarded.powers().forEach((name, watts) -> {
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
        return boarded.touchesBoard(part)
                && part.boxes().stream().allMatch(b -> b.x0() >= r.x() && b.x1() <= r.right() && b.y0() >= r.y() && b.y1() <= r.bottom())
                && part.boxes().size() == 1
                && boarded.boards().stream().noneMatch(b -> b.name().equals(part.name()));
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
        var heat = Heat.on(Grid.of(linear, boarded.resolution()), boarded.threads());
        var around = Surroundings.of(boarded.held(boundary));
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
        var full = boarded.steady(tiled, workload.boundary(), even);
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
        var t = boarded.steady(boarded.with(parts, contacts(parts)), workload.boundary(), power);
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
        var t = boarded.steady(tiled(influence.nx(), influence.ny(), false), workload.boundary(), power);
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
            boolean filler = inside && phone.parts().stream().anyMatch(p -> onBoards(p) && Math.abs(p.boxes().getFirst().z0() - box.z1()) < 1e-6 && BoardedPhone.overlapsInPlan(p.boxes().getFirst(), box) && box.area() < 0.3 * r.area());
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
        return boarded.with(parts, contacts(parts));
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
        Map<String, Double> others = new TreeMap<>(boarded.powers());
        movable().keySet().forEach(others::remove);
        return others;
    }
}
