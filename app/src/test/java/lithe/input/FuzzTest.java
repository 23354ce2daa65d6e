// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Files broken on purpose are refused with a place, and nothing else happens.
class FuzzTest {

    static final long SEED = 20261124;

    @Test
    @DisplayName("files that are invalid by construction are all refused with file and line")
    void refused() throws IOException {
        int number = Figures.all() ? 500 : 50;
        var random = new Random(SEED);
        List<String> bases = new ArrayList<>(Mutations.bases());
        try (var files = Files.list(ShippedFilesTest.DEVICES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                bases.add(Files.readString(file));
            }
        }
        var inputs = bases.stream().map(text -> DeviceFile.parse(text, "fuzz.yaml", null).inputs()).toList();
        long slowest = 0;
        for (int i = 0; i < number; i++) {
            int base = random.nextInt(bases.size());
            var broken = new Mutations(bases.get(base), inputs.get(base), random).next();
            long begin = System.nanoTime();
            var thrown = catchThrowable(() -> DeviceFile.parse(broken.text(), "fuzz.yaml", null));
            slowest = Math.max(slowest, System.nanoTime() - begin);
            check("seed %d file %d base %d: %s".formatted(SEED, i, base, broken.how()), thrown, broken.text());
        }
        Figures.record("2", "fuzz", "%d of %d files refused with file and line, no other exception, slowest %.0f ms"
                .formatted(number, number, slowest / 1e6));
    }

    private static void check(String what, Throwable thrown, String text) {
        assertThat(thrown).as("%s%n%s", what, text).isInstanceOf(InvalidInput.class);
        var invalid = (InvalidInput) thrown;
        assertThat(invalid.problems()).as(what).isNotEmpty();
        assertThat(invalid.getMessage()).as(what).containsPattern("(?m)^fuzz\\.yaml:[1-9]\\d*:[1-9]\\d* found|(?m)^fuzz\\.yaml:[1-9]\\d*:[1-9]\\d* \\S.*: found");
        assertThat(invalid.getMessage()).as(what).doesNotContain("Exception").doesNotContain("\tat ").endsWith("nothing was simulated.");
        assertThat(invalid.getMessage().chars().filter(c -> c < ' ' && c != '\n')).as(what).isEmpty();
    }
}
