// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Keeps the key tables of docs/device-file-keys.md equal to what the reader accepts.
class DeviceGuideTest {

    static final Path GUIDE = Path.of("../docs/device-file-keys.md");
    static final String BEGIN = "<!-- keys: written by DeviceGuideTest, renew with -Dlithe.write-docs=true -->\n";

    @Test
    @DisplayName("the guide lists exactly the keys the reader accepts")
    void keys() throws IOException {
        var guide = Files.readString(GUIDE);
        var head = guide.substring(0, guide.indexOf(BEGIN) + BEGIN.length());
        var whole = head + tables();
        if (Boolean.getBoolean("lithe.write-docs")) {
            Files.writeString(GUIDE, whole);
        }
        assertThat(Files.readString(GUIDE)).isEqualTo(whole);
    }

    private static String tables() {
        Map<String, Shape.Fields> maps = new LinkedHashMap<>();
        collect(DeviceShape.DEVICE, maps);
        var text = new StringBuilder();
        maps.forEach((what, fields) -> {
            text.append("\n### ").append(what.replaceFirst("^(an?|the) ", "")).append("\n| key | | what |\n|---|---|---|\n");
            for (var field : fields.fields()) {
                text.append("| `").append(field.key()).append("` | ").append(field.required() ? "must" : "may").append(" | ");
                text.append(field.about()).append(' ').append(span(field.shape())).append(" |\n");
            }
        });
        return text.toString();
    }

    /// The limits of a quantity or the words to choose from.
    private static String span(Shape shape) {
        return switch (shape) {
            case Shape.Amount amount -> "*" + amount.span() + "*";
            case Shape.Word word -> "*" + String.join(", ", word.choices()) + "*";
            case Shape.OneOf oneOf -> String.join(" or ", oneOf.choices().stream().map(DeviceGuideTest::span).filter(s -> !s.isEmpty()).toList());
            case Shape.Text _, Shape.ListOf _, Shape.Tuple _, Shape.Fields _, Shape.Named _ -> "";
        };
    }

    private static void collect(Shape shape, Map<String, Shape.Fields> maps) {
        switch (shape) {
            case Shape.Fields fields -> {
                if (maps.putIfAbsent(fields.what(), fields) == null) {
                    fields.fields().forEach(field -> collect(field.shape(), maps));
                }
            }
            case Shape.ListOf list -> collect(list.item(), maps);
            case Shape.Tuple tuple -> tuple.items().forEach(item -> collect(item, maps));
            case Shape.Named named -> collect(named.value(), maps);
            case Shape.OneOf oneOf -> oneOf.choices().forEach(choice -> collect(choice, maps));
            case Shape.Amount _, Shape.Text _, Shape.Word _ -> {}
        }
    }
}
