// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lithe.board.BoardDesign;
import lithe.device.Device;
import lithe.units.Given;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;

/// A device file: the device it describes, and every number in it with its line, unit, grade and source.
///
/// The same file can be read again with other values in it, for `--set` and for sampling uncertain inputs.
public final class DeviceFile {

    private final SourceText source;
    private final @Nullable Path folder;
    private final Map<String, Change> changes;
    private final Device device;
    private final List<Input> inputs;
    private final @Nullable BoardDesign board;

    /// A value put in place of the one in the file.
    ///
    /// @param text number and unit
    /// @param keepsGrade whether grade and source of the file still hold
    /// @param place where it is written, or null when that is no file
    record Change(String text, boolean keepsGrade, @Nullable Place place) {}

    private DeviceFile(SourceText source, @Nullable Path folder, Map<String, Change> changes) {
        this.source = source;
        this.folder = folder;
        this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // later ones see what earlier ones left
        var problems = new Problems();
        var amounts = new Amounts();
        var sheet = new Sheet(source, folder, changes, amounts, problems);
        var made = sheet.device();
        problems.throwIfAny();
        this.device = Objects.requireNonNull(made, "no device and no problem");
        this.inputs = sheet.inputs();
        this.board = sheet.board();
    }

    /// Reads a device file.
    ///
    /// @param file the file
    /// @return the device and its inputs
    /// @throws InvalidInput holding everything that is wrong with it
    public static DeviceFile read(Path file) {
        var problems = new Problems();
        var source = SourceText.read(file, file.toString(), new Place(file.toString(), 1, 1), "", problems);
        problems.throwIfAny();
        return new DeviceFile(Objects.requireNonNull(source), file.toAbsolutePath().getParent(), Map.of());
    }

    /// Reads a device from text.
    ///
    /// @param text the content of a device file
    /// @param name how messages name it
    /// @param folder where files it names are looked for, or null when it may name none
    /// @return the device and its inputs
    /// @throws InvalidInput holding everything that is wrong with it
    public static DeviceFile parse(String text, String name, @Nullable Path folder) {
        if (text.length() > SourceText.MOST_BYTES) {
            var whole = new Place(name, 1, 1);
            throw new InvalidInput(
                    List.of(new Problem(whole, "", text.length() + " characters", "at most " + SourceText.MOST_BYTES, null, null)), 1);
        }
        return new DeviceFile(SourceText.of(name, text), folder, Map.of());
    }

    /// Reads the same file with other values in it, as a person writes them.
    ///
    /// @param values text by path, such as `"0.4 mm"` by `chamber.thickness`; a path may start at a part, layer or material
    /// @return the changed device; changed numbers are ungraded
    /// @throws InvalidInput if a path is not in the file or the device cannot exist
    public DeviceFile set(Map<String, String> values) {
        Map<String, Change> all = new LinkedHashMap<>(changes);
        values.forEach((path, text) -> all.put(path, new Change(text, false, null)));
        return new DeviceFile(source, folder, all);
    }

    /// Reads the same file with other values that are written in another file, at their places there.
    DeviceFile changed(Map<String, Change> values) {
        Map<String, Change> all = new LinkedHashMap<>(changes);
        all.putAll(values);
        return new DeviceFile(source, folder, all);
    }

    /// Reads the same file with other values of inputs that keep their grade and source.
    ///
    /// @param values SI value by path of one of the [#inputs()]
    /// @return the changed device
    /// @throws InvalidInput if the device cannot exist
    public DeviceFile with(Map<String, Double> values) {
        Map<String, Input> byPath = new LinkedHashMap<>();
        inputs.forEach(input -> byPath.put(input.path(), input));
        Map<String, Change> all = new LinkedHashMap<>(changes);
        values.forEach((path, si) -> {
            var input = byPath.get(path);
            if (input == null) {
                throw new IllegalArgumentException("no input has the path " + path);
            }
            var quantity = input.quantity();
            all.put(path, new Change(Units.write(si, quantity.unit(), quantity.kind()), true, null));
        });
        return new DeviceFile(source, folder, all);
    }

    /// Returns the device.
    ///
    /// @return the device in SI
    public Device device() {
        return device;
    }

    /// Returns what the file says about the board.
    ///
    /// @return the design, or null when the file has no `board`
    public @Nullable BoardDesign board() {
        return board;
    }

    /// Returns every number of the file and of the materials it uses, in the order of the file.
    ///
    /// @return the inputs
    public List<Input> inputs() {
        return inputs;
    }

    /// Returns what a report lists: every number with path, file, line, grade and source.
    ///
    /// @return the inputs of [#inputs()]
    public List<Given> given() {
        return inputs.stream().map(Input::given).toList();
    }

    /// Returns the inputs whose band is worth sampling: graded or with a range, and not a place or size of a part. Layers
    /// may vary only when one of them takes the rest, so that they still add up.
    ///
    /// @return a part of [#inputs()], in the same order
    public List<Input> uncertain() {
        long given = inputs.stream().filter(DeviceFile::isLayerThickness).count();
        boolean elastic = given < device.layers().size();
        return inputs.stream()
                .filter(input -> input.uncertain() && !input.moves() && (elastic || !isLayerThickness(input)))
                .toList();
    }

    private static boolean isLayerThickness(Input input) {
        return input.path().startsWith("layers.") && input.path().endsWith(".thickness");
    }

    /// Returns the name of the file as the user gave it.
    ///
    /// @return the name
    public String file() {
        return source.name();
    }

    /// Returns the SHA-256 of the file, without changes made by [#set] or [#with].
    ///
    /// @return 64 hexadecimal digits
    public String sha256() {
        return source.sha256();
    }
}
