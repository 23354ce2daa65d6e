// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lithe.board.BoardDesign;
import lithe.board.GeneratedCopper;
import lithe.board.LayerStack;
import lithe.board.Sandwich;
import lithe.device.Contact;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.geometry.Rectangle;
import lithe.material.Material;
import lithe.thermal.Resolution;
import lithe.units.Grade;

/// Does it matter where the copper of a board is? The phone with its boards as uniform blocks and with copper by place.
public final class BoardCopper {

    private final BoardedPhone boarded;
    private final Device phone;
    private final BoardDesign design;

    /// Prepares a study.
    ///
    /// @param phone the phone
    /// @param design its board
    /// @param workload whose powers and surroundings are used, in steady state
    /// @param resolution mesh
    /// @param threads threads that share a solve
    public BoardCopper(Device phone, BoardDesign design, Workload workload, Resolution resolution, int threads) {
        this.boarded = new BoardedPhone(phone, design, workload, resolution, threads);
        this.phone = phone;
        this.design = design;
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
        var power = boarded.powers();
        var hottest = power.entrySet().stream()
                .filter(e -> boarded.touchesBoard(phone.part(e.getKey())))
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalArgumentException("no part on the board has power in workload " + boarded.workload().name()))
                .getKey();
        double[] through = {Double.POSITIVE_INFINITY, 0};
        // both are cut into the same tiles, so that they are on the same mesh
        var block = boarded.steady(detailed(tile, true, through), boarded.workload().boundary(), power);
        var detail = boarded.steady(detailed(tile, false, through), boarded.workload().boundary(), power);
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
        return boarded.with(parts, contacts);
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
            if (dx > 0 && dy > 0 && onFace && boarded.powers().getOrDefault(part.name(), 0.0) > 0) {
                // a processor of 0.35 mm ball pitch
                pads += 6.5e6 * dx * dy / cell.area();
            }
        }
        return pads;
    }

    private double boardArea() {
        return boarded.boards().stream()
                .flatMap(p -> p.boxes().stream())
                .mapToDouble(Box::area)
                .sum();
    }
}
