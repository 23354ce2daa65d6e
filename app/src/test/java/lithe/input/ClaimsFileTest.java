// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lithe.Figures;
import lithe.explore.claim.Claim;
import lithe.explore.claim.Experiment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimsFileTest {

    private static final DeviceFile PHONE = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml"));

    private static final String GOOD =
            """
            lithe-claims: 1
            name: test
            variants:
              thick: {set: {chamber.thickness: 0.4 mm}}
            unsure: [chamber.wall]
            claims:
              - id: A
                claim: cooler
                claimed: 2 K
                quantities:
                  gain: {result: skin.max, workload: game, minus: {variant: thick}}
                supported: {gain: 1 K to 3 K}
            """;

    static Stream<Path> claims() throws IOException {
        try (var files = Files.list(Path.of("../claims"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    @DisplayName("every claims file that is shipped can be read with the device file of its name")
    void shipped(Path file) {
        var read = ClaimsFile.read(file, DeviceFile.read(Path.of("../devices").resolve(file.getFileName())));
        assertThat(read.claims().claims()).isNotEmpty().allSatisfy(claim -> {
            assertThat(claim.source()).isNotBlank();
            assertThat(claim.unsaid()).isNotBlank();
            if (!(claim.experiment() instanceof Experiment.NotTestable)) {
                assertThat(claim.unsure()).as(claim.id()).isNotEmpty();
                assertThat(claim.condition()).as(claim.id()).isNotBlank();
            }
        });
    }

    @Test
    @DisplayName("the eleven claims about the Xiaomi 12 are there, found by the device's name")
    void eleven() {
        assertThat(ClaimsFile.of(Path.of("../devices/xiaomi-12.yaml")).getFirst()).isEqualTo(Path.of("../claims/xiaomi-12.yaml"));
        var claims = ClaimsFile.read(Path.of("../claims/xiaomi-12.yaml"), PHONE).claims();
        assertThat(claims.claims()).extracting(Claim::id).containsExactly("C1", "C2", "C2b", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10");
        assertThat(claims.claims().getLast().experiment()).isInstanceOf(Experiment.NotTestable.class);
    }

    @Test
    @DisplayName("the published schema is what the reader's shape writes, and takes the shipped files (renew with -Dlithe.write-schema=true)")
    void schema() throws IOException {
        var published = Path.of("src/main/resources/lithe/input/claims.schema.json");
        if (Boolean.getBoolean("lithe.write-schema")) {
            Files.writeString(published, DeviceSchema.claims());
        }
        assertThat(Files.readString(published)).isEqualTo(DeviceSchema.claims());
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DeviceSchema.claims());
        for (var file : claims().toList()) {
            assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).as(file.toString()).isEmpty();
        }
        assertThat(schema.validate(GOOD.replace("claimed:", "klaimed:"), InputFormat.YAML)).isNotEmpty();
    }

    @Test
    @DisplayName("a good file is read")
    void good() {
        var claims = ClaimsFile.parse(GOOD, "c.yaml", PHONE).claims();
        assertThat(claims.claims().getFirst().unsure()).hasSize(1);
        assertThat(claims.variant("thick").settings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "result: skin.max      | result: skin.mx           | c.yaml:11:22 | an unknown result          | skin.max",
        "result: skin.max      | result: part.SoX.max      | c.yaml:11:22 | something that base has    | SoC",
        "result: skin.max      | result: solve.seconds     | c.yaml:11:22 | no result of a whole run   | ~~",
        "result: skin.max      | result: charge.t80        | c.yaml:11:44 | which charges nothing      | ~~",
        "workload: game        | workload: gaem            | c.yaml:11:42 | an unknown workload        | game",
        "workload: game,       | ~~                        | c.yaml:11:13 | no workload                | ~~",
        "variant: thick        | variant: thikc            | c.yaml:11:65 | an unknown variant         | thick",
        "chamber.thickness:    | chamber.thicknes:         | c.yaml:4:35  | a path that leads nowhere  | chamber.thickness",
        "0.4 mm                | 0.4                       | c.yaml:4:36  | the unit is missing        | ~~",
        "0.4 mm                | 3 mm                      | c.yaml:4:     | cannot exist               | ~~",
        "1 K to 3 K            | 1 to 3                    | c.yaml:12:23 | the unit is missing        | ~~",
        "1 K to 3 K            | about 2 K                 | c.yaml:12:23 | at least                   | ~~",
        "1 K to 3 K            | 3 K to 1 K                | c.yaml:12:23 | falls                      | ~~",
        "{gain: 1 K            | {gian: 1 K                | c.yaml:12:17 | an unknown quantity        | gain",
        "minus: {variant: thick} | variant: base           | c.yaml:12:23 | narrower than 6 K  | ~~",
        "result: skin.max, workload: game, minus: {variant: thick}} | result: heat.in, workload: game, over: 2 s} | c.yaml:11:13 | a product without a unit   | ~~",
        "minus: {variant: thick}} | minus: 2 W}           | c.yaml:11:55 | of another dimension       | ~~",
        "minus: {variant: thick}} | times: 1.1}           | c.yaml:11:55 | no absolute temperature    | ~~",
        "minus: {variant: thick}} | change-from: {variant: thick}} | c.yaml:11:61 | no absolute temperature | ~~",
        "minus: {variant: thick}} | in: parsec}           | c.yaml:11:52 | a unit of the quantity     | ~~",
        "minus: {variant: thick}} | times: {result: skin.mx, workload: game}, in: K} | c.yaml:11:64 | an unknown result | skin.max",
        "[chamber.wall]        | [chamber.wal]             | c.yaml:5:10  | leads nowhere              | chamber.wall",
        "claimed: 2 K          | klaimed: 2 K              | c.yaml:9:5   | an unknown key             | claimed",
        "lithe-claims: 1       | lithe-claims: 2           | c.yaml:1:15  | \"1\"                      | ~~"
    })
    @DisplayName("a wrong claims file is refused with file, line and column")
    void wrong(String from, String to, String place, String words, String nearest) {
        var text = GOOD.replace(from, to == null ? "" : to);
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> ClaimsFile.parse(text, "c.yaml", PHONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(place)
                .hasMessageContaining(words)
                .hasMessageContaining(nearest == null || nearest.isEmpty() ? "" : "nearest \"" + nearest);
    }

    @Test
    @DisplayName("absolute temperatures are not judged more tightly than tests of one phone differ")
    void narrow() {
        var text = GOOD.replace("minus: {variant: thick}", "variant: base").replace("1 K to 3 K", "40 °C to 44 °C");
        assertThatThrownBy(() -> ClaimsFile.parse(text, "c.yaml", PHONE)).hasMessageContaining("narrower than 6 K");
        assertThat(ClaimsFile.parse(text.replace("44 °C", "46 °C"), "c.yaml", PHONE).claims().claims()).hasSize(1);
    }

    @Test
    @DisplayName("all problems are told at once")
    void all() {
        var text = GOOD.replace("skin.max", "skin.mx").replace("[chamber.wall]", "[chamber.wal]").replace("0.4 mm", "0.4").replace("1 K to 3 K", "1 to 3");
        assertThatThrownBy(() -> ClaimsFile.parse(text, "c.yaml", PHONE))
                .hasMessageContaining("c.yaml:4:36")
                .hasMessageContaining("c.yaml:5:10")
                .hasMessageContaining("c.yaml:11:22")
                .hasMessageContaining("nothing was simulated");
        Figures.record("6 claims", "a claims file with a wrong quantity is refused", "22 kinds of mistake, each with file:line:column and the nearest name");
    }
}
