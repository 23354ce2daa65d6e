// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.board.BoardDesign;
import lithe.device.Device;
import org.jspecify.annotations.Nullable;

/// One reading of a device file with its materials: tree, changes, shape, device.
final class Sheet {

    private final Amounts amounts;
    private final Problems problems;
    private final Library library;
    private final Beside beside;
    private final SourceText source;
    private final Map<String, DeviceFile.Change> changes;
    private @Nullable BoardDesign board;

    Sheet(
            SourceText source,
            @Nullable Path folder,
            Map<String, DeviceFile.Change> changes,
            Amounts amounts,
            Problems problems) {
        this.source = source;
        this.changes = changes;
        this.amounts = amounts;
        this.problems = problems;
        this.library = new Library(amounts, problems);
        int slash = Math.max(source.name().lastIndexOf('/'), source.name().lastIndexOf('\\'));
        this.beside = new Beside(folder, source.name().substring(0, slash + 1), problems);
    }

    @Nullable Device device() {
        var tree = Yaml.read(source, problems);
        if (tree == null) {
            return null;
        }
        List<Node> materials = new ArrayList<>();
        if (tree instanceof Node.Fields map) {
            materials.addAll(materialFiles(map.get("materials")));
        }
        materials.addAll(file(Library.shipped()));
        var changed = new Changes(changes, problems).apply(tree, materials);
        var check = new Check(problems, amounts);
        check.check(changed.get(0), DeviceShape.DEVICE);
        changed.stream().skip(1).forEach(file -> check.check(file, DeviceShape.MATERIAL_FILE));
        if (!(changed.get(0) instanceof Node.Fields root)) {
            return null;
        }
        addInline(root.get("materials"));
        changed.stream().skip(1).forEach(file -> library.add(file instanceof Node.Fields map ? map.get("materials") : null));
        var device = new DeviceReader(root, library, beside, amounts, problems).read();
        board = new BoardReader(amounts, problems).read(root.get("board"), device);
        return device;
    }

    /// What the file says about the board, or null; known after [#device()].
    @Nullable BoardDesign board() {
        return board;
    }

    private void addInline(@Nullable Node node) {
        if (node instanceof Node.Items list) {
            list.items().forEach(library::add);
        } else {
            library.add(node);
        }
    }

    private List<Node> materialFiles(@Nullable Node node) {
        List<Node> files = new ArrayList<>();
        for (var item : node instanceof Node.Items list ? list.items() : node == null ? List.<Node>of() : List.of(node)) {
            if (item instanceof Node.Scalar name && !name.text().isBlank()) {
                var text = beside.read(name, SourceText.MOST_BYTES);
                if (text != null) {
                    files.addAll(file(text));
                }
            }
        }
        return files;
    }

    private List<Node> file(SourceText text) {
        var tree = Yaml.read(text, problems);
        return tree == null ? List.of() : List.of(tree);
    }

    /// The numbers of the device file, then those of the materials from elsewhere that it uses.
    List<Input> inputs() {
        Set<Node> used = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        library.used().forEach(fields -> fields.entries().values().forEach(entry -> used.add(entry.value())));
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (var input : amounts.inputs()) {
            boolean own = input.place().file().equals(source.name()) && !input.path().startsWith("materials.");
            if (own || used.contains(amounts.node(input))) {
                inputs.putIfAbsent(input.path(), input);
            }
        }
        return List.copyOf(inputs.values());
    }
}
