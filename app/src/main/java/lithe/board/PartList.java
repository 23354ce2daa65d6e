// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lithe.board.PartClass.Kind;

/// Single parts and what joins them, drawn from a mix.
///
/// Every passive belongs to a chip, drawn with a chance in proportion to the chip's perimeter, and shares a net with it;
/// every small module belongs to a larger chip in the same way; the larger chips and the connectors share a few buses.
/// All of this is an estimate of what a phone's netlist looks like: the real ones are not published.
///
/// @param items the parts
/// @param links pairs of parts with a net between them, `[part, owner]`
/// @param buses parts on each bus
public record PartList(List<Item> items, List<int[]> links, List<int[]> buses) {

    /// One part.
    ///
    /// @param name reference designator
    /// @param type its class
    /// @param owner index of the chip it belongs to, or -1
    public record Item(String name, PartClass type, int owner) {}

    private static final int BUSES = 6;

    /// Takes copies.
    public PartList {
        items = List.copyOf(items);
        links = List.copyOf(links);
        buses = List.copyOf(buses);
    }

    /// Draws parts from a mix.
    ///
    /// @param mix the mix
    /// @param seed seed; the same seed gives the same list
    /// @return the parts, larger chips and connectors first, then modules, then passives
    public static PartList of(PartMix mix, long seed) {
        var random = new SplittableRandom(seed);
        List<Item> items = new ArrayList<>();
        mix.classes().stream().filter(c -> c.kind() != Kind.PASSIVE && !isModule(c)).forEach(c -> add(items, c, -1));
        int large = items.size();
        List<int[]> links = new ArrayList<>();
        for (var type : mix.classes()) {
            if (isModule(type)) {
                for (int i = 0; i < type.count(); i++) {
                    owned(items, type, draw(items, large, random), links);
                }
            }
        }
        int chips = items.size();
        for (var type : mix.classes()) {
            if (type.kind() == Kind.PASSIVE) {
                for (int i = 0; i < type.count(); i++) {
                    owned(items, type, draw(items, chips, random), links);
                }
            }
        }
        return new PartList(items, links, buses(items, large, random));
    }

    /// The small modules and filters of a mix: chips below 1.2 mm².
    private static boolean isModule(PartClass type) {
        return type.kind() == Kind.CHIP && type.width() * type.height() < 1.2e-6;
    }

    private static void add(List<Item> items, PartClass type, int owner) {
        for (int i = 0; i < type.count(); i++) {
            items.add(new Item(name(items.size(), type), type, owner));
        }
    }

    private static void owned(List<Item> items, PartClass type, int owner, List<int[]> links) {
        links.add(new int[] {items.size(), owner});
        items.add(new Item(name(items.size(), type), type, owner));
    }

    private static String name(int index, PartClass type) {
        return switch (type.kind()) {
            case PASSIVE -> "C" + index;
            case CHIP -> "U" + index;
            case CONNECTOR -> "J" + index;
        };
    }

    private static int draw(List<Item> items, int among, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < among; i++) {
            sum += weight(items.get(i).type());
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < among; i++) {
            at -= weight(items.get(i).type());
            if (at < 0) {
                return i;
            }
        }
        return among - 1;
    }

    private static double weight(PartClass type) {
        return type.kind() == Kind.CHIP ? type.width() + type.height() : 0;
    }

    private static List<int[]> buses(List<Item> items, int large, SplittableRandom random) {
        List<List<Integer>> on = new ArrayList<>();
        for (int b = 0; b < BUSES; b++) {
            on.add(new ArrayList<>());
        }
        for (int i = 0; i < large; i++) {
            on.get(random.nextInt(BUSES)).add(i);
        }
        return on.stream()
                .filter(bus -> bus.size() > 1)
                .map(bus -> bus.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
