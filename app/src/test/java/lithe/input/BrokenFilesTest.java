// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the reader says to broken files, word by word.
class BrokenFilesTest {

    static final Path FOLDER = Path.of("src/test/resources/lithe/input");
    static final StringBuilder RENEWED = new StringBuilder();

    record Case(String title, String before, String after, List<String> messages) {
        @Override
        public String toString() {
            return title;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        String title = "";
        String before = "";
        for (var line : Files.readAllLines(FOLDER.resolve("broken.txt"))) {
            var text = line.length() > 2 ? line.substring(2).replace("\\n", "\n") : "";
            if (line.startsWith("# ")) {
                title = text;
            } else if (line.startsWith("- ")) {
                before = text;
            } else if (line.startsWith("+ ") || line.equals("+")) {
                cases.add(new Case(title, before, text, new ArrayList<>()));
            } else if (line.startsWith("= ")) {
                cases.getLast().messages().add(text);
            }
        }
        return cases;
    }

    static Stream<Case> each() throws IOException {
        return cases().stream();
    }

    static String good() throws IOException {
        return Files.readString(FOLDER.resolve("good.yaml"));
    }

    @Test
    @DisplayName("there are at least fifty broken files, and the good one is good")
    void good50() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(50);
        var device = DeviceFile.parse(good(), "phone.yaml", FOLDER).device();
        assertThat(device.workload("trace").power().get("rest").at(15)).isEqualTo(0.25);
    }

    @ParameterizedTest
    @MethodSource("each")
    @DisplayName("a broken file is answered with all its problems")
    void answers(Case broken) throws IOException {
        var good = good();
        assertThat(good).contains(broken.before());
        var text = good.replace(broken.before(), broken.after());
        var refused = org.assertj.core.api.Assertions.catchThrowable(() -> DeviceFile.parse(text, "phone.yaml", FOLDER));
        assertThat(refused).as(broken.title()).isInstanceOf(InvalidInput.class);
        var lines = String.valueOf(refused.getMessage()).lines().toList();
        RENEWED.append("\n# ").append(broken.title());
        RENEWED.append("\n- ").append(broken.before().replace("\n", "\\n"));
        RENEWED.append("\n+ ").append(broken.after().replace("\n", "\\n")).append('\n');
        lines.forEach(line -> RENEWED.append("= ").append(line).append('\n'));
        if (!Boolean.getBoolean("lithe.write-golden")) {
            assertThat(lines).isEqualTo(broken.messages());
        }
    }

    @AfterAll
    static void write() throws IOException {
        if (Boolean.getBoolean("lithe.write-golden")) {
            var first = Files.readAllLines(FOLDER.resolve("broken.txt")).get(0);
            Files.writeString(FOLDER.resolve("broken.txt"), first + "\n" + RENEWED);
        }
    }
}
