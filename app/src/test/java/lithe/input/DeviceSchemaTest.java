// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The published schema and the reader say the same about structure.
class DeviceSchemaTest {

    static final Path RESOURCE = Path.of("src/main/resources/lithe/input/device.schema.json");
    static Schema schema;

    @BeforeAll
    static void load() {
        if (Boolean.getBoolean("lithe.write-schema")) {
            try {
                Files.writeString(RESOURCE, DeviceSchema.json());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(DeviceSchema.json(), InputFormat.JSON);
    }

    @Test
    @DisplayName("the published file is what the reader's shape writes (renew with -Dlithe.write-schema=true)")
    void published() throws IOException {
        try (var in = DeviceSchema.class.getResourceAsStream("device.schema.json")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(DeviceSchema.json());
        }
    }

    @Test
    @DisplayName("every shipped device satisfies the schema")
    void shipped() throws IOException {
        try (var files = Files.list(Path.of("../devices"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("what the schema refuses, the reader refuses too")
    void agrees() throws IOException {
        var good = Files.readString(DeviceFileTest.LB1);
        for (var change : new String[][] {
            {"lithe: 1", "lithe: 2"}, {"name: Benchmark LB1", "nam: Benchmark LB1"}, {"width: 70 mm", "width: 70"},
            {"touch: glass", "touch: wood"}, {"edges: adiabatic", "edges: warm"}, {"steady: true", "steady: maybe"},
            {"radiation: off", "radiation: none"}, {"at: [10 mm, 96 mm]", "at: [10 mm]"}, {"SoC: 5 W,", "SoC: [[0 s]],"},
            {"emissivity: 0.9", "emissivity: [0.9]"}, {"layers: # front", "layer: # front"}, {"grade: measured", "grade: guessed"},
        }) {
            var bad = good.replaceFirst(java.util.regex.Pattern.quote(change[0]), change[1]);
            assertThat(bad).isNotEqualTo(good);
            assertThat(schema.validate(bad, InputFormat.YAML)).as(change[1]).isNotEmpty();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> DeviceFile.parse(bad, "bad.yaml", null))
                    .as(change[1])
                    .isInstanceOf(InvalidInput.class);
        }
    }
}
