// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.List;
import java.util.Objects;
import lithe.material.Material;

/// The materials that come with Lithe.
public final class Materials {

    private Materials() {}

    /// Reads the library.
    ///
    /// @return its materials in the order of the file
    /// @throws InvalidInput if the library is broken
    public static List<Material> shipped() {
        var problems = new Problems();
        var amounts = new Amounts();
        var library = new Library(amounts, problems);
        var tree = Objects.requireNonNull(Yaml.read(Library.shipped(), problems));
        new Check(problems, amounts).check(tree, DeviceShape.MATERIAL_FILE);
        library.add(tree instanceof Node.Fields map ? map.get("materials") : null);
        var all = library.names().stream()
                .map(name -> new Node.Scalar(tree.place(), tree.path(), name))
                .map(library::named)
                .filter(Objects::nonNull)
                .toList();
        problems.throwIfAny();
        return all;
    }
}
