// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import lithe.units.Nearest;

/// Device files to start from.
public enum Template {
    /// A small flagship phone with stacked board and vapor chamber.
    SMALL_FLAGSHIP("small-flagship"),
    /// The fewest lines that make a phone.
    MINIMAL("minimal"),
    /// A layered box with given film coefficients.
    LAYERED_BOX("layered-box");

    private final String word;

    Template(String word) {
        this.word = word;
    }

    /// Returns the name used on the command line.
    ///
    /// @return the name
    public String word() {
        return word;
    }

    /// Returns the names of all templates.
    ///
    /// @return names as on the command line
    public static List<String> words() {
        return Arrays.stream(values()).map(Template::word).toList();
    }

    /// Finds a template by its name.
    ///
    /// @param word its name
    /// @return the template
    /// @throws IllegalArgumentException naming those there are
    public static Template named(String word) {
        return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst().orElseThrow(() -> {
            var near = Nearest.to(word, words());
            return new IllegalArgumentException("no template named %s; there are %s%s"
                    .formatted(word, String.join(", ", words()), near == null ? "" : "; nearest \"" + near + "\""));
        });
    }

    /// Returns the content of a new device file.
    ///
    /// @return YAML text
    public String text() {
        var name = "templates/" + word + ".yaml";
        try (var in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
