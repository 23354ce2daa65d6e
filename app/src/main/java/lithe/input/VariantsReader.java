// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.explore.claim.Setting;
import lithe.explore.claim.Variant;
import org.jspecify.annotations.Nullable;

/// Reads the variants of a claims file, and makes each once to see that it can exist.
final class VariantsReader {

    private final java.nio.file.@Nullable Path folder;
    private final Problems problems;
    private final Map<String, DeviceFile> files = new LinkedHashMap<>();
    private final Map<String, Made> made = new LinkedHashMap<>();

    /// A variant with its phone.
    ///
    /// @param variant the variant
    /// @param file its device file with the variant's values, or null when it cannot exist
    record Made(Variant variant, @Nullable DeviceFile file) {}

    VariantsReader(java.nio.file.@Nullable Path folder, DeviceFile phone, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        files.put("", phone);
        made.put(Variant.BASE, new Made(Variant.base(), phone));
    }

    void read(@Nullable Node node) {
        Trees.entries(node).forEach((name, entry) -> {
            if (name.equals(Variant.BASE)) {
                problems.add(entry.value(), "the name base", "another name: base is the phone as it is");
            } else if (entry.value() instanceof Node.Fields map) {
                made.put(name, variant(name, map));
            }
        });
    }

    private Made variant(String name, Node.Fields map) {
        var file = map.text("device");
        var settings = settings(map.get("set"));
        var variant = new Variant(name, file == null ? "" : file, settings);
        var phone = file == null ? files.get("") : files.computeIfAbsent(file, other -> other(map, other));
        return new Made(variant, phone == null ? null : changed(phone, map.get("set"), Trees.at(map, "set")));
    }

    /// Reads another device file; null when it cannot be read.
    private @Nullable DeviceFile other(Node.Fields map, String name) {
        try {
            if (folder == null) {
                problems.add(Trees.at(map, "device"), "a file where none may be named", "claims that are read from a file");
                return null;
            }
            return DeviceFile.read(folder.resolve(name).normalize());
        } catch (InvalidInput wrong) {
            problems.add(Trees.at(map, "device"), "a device file with problems: " + wrong.problems().getFirst(), "one that `lithe check` accepts");
            return null;
        } catch (java.nio.file.InvalidPathException wrong) {
            problems.add(Trees.at(map, "device"), "\"" + Problem.shown(name) + "\"", "the name of a file");
            return null;
        }
    }

    /// Returns the settings of a map of values by path.
    static List<Setting> settings(@Nullable Node node) {
        List<Setting> settings = new ArrayList<>();
        Trees.entries(node).forEach((path, entry) -> {
            if (entry.value() instanceof Node.Scalar scalar) {
                settings.add(new Setting(path, scalar.text()));
            }
        });
        return settings;
    }

    /// Returns the phone with the values of a map in it; null and problems at the places of the claims file when it cannot
    /// exist.
    @Nullable DeviceFile changed(DeviceFile phone, @Nullable Node values, Node at) {
        Map<String, DeviceFile.Change> changes = new LinkedHashMap<>();
        Trees.entries(values).forEach((path, entry) -> {
            if (entry.value() instanceof Node.Scalar scalar) {
                changes.put(path, new DeviceFile.Change(scalar.text(), false, scalar.place()));
            }
        });
        if (changes.isEmpty()) {
            return phone;
        }
        try {
            return phone.changed(changes);
        } catch (InvalidInput wrong) {
            wrong.problems().forEach(problem -> problems.add(moved(problem, at)));
            return null;
        }
    }

    /// A problem that shows elsewhere in the device file belongs to the values that caused it.
    private static Problem moved(Problem problem, Node at) {
        return problem.place().file().equals(at.place().file())
                ? problem
                : new Problem(
                        at.place(), problem.path(), "a phone that cannot exist: " + problem.found(), problem.expected(),
                        problem.example(), problem.nearest());
    }

    Map<String, Made> made() {
        return made;
    }

    Map<String, DeviceFile> files() {
        return files;
    }

    List<Variant> variants() {
        return made.values().stream().map(Made::variant).toList();
    }
}
