// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command line in the README and the docs runs, at draft resolution and into a folder of its own.
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    @TempDir
    Path folder;

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            for (Path page : Stream.concat(Stream.of(ROOT.resolve("README.md")), docs).toList()) {
                if (page.toString().endsWith(".md")) {
                    Files.readAllLines(page).stream()
                            .filter(line -> line.startsWith("./lithe ") && !line.startsWith("./lithe bench"))
                            .map(line -> line.replaceFirst("\\s+#.*", ""))
                            .forEach(commands::add);
                }
            }
        }
        return commands.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandRuns(String command) {
        var shell = Shell.run(arguments(command));
        assertThat(shell.err()).as(command).isEmpty();
        assertThat(shell.code()).as(command).isIn(ExitCode.OK, ExitCode.VERDICT_FAILED);
    }

    @Test
    void thereAreCommands() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(3);
    }

    private String[] arguments(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.substring("./lithe ".length()).replace("devices/", "../devices/").replace("claims/", "../claims/"));
        while (word.find()) {
            words.add(word.group().replace("\"", ""));
        }
        words.replaceAll(w -> w.equals("design.kicad_pcb") ? design().toString() : w);
        words.replaceAll(w -> w.matches("board.yaml|out/design|my-phone.yaml") ? folder.resolve(w.replace('/', '-')).toString() : w);
        switch (words.getFirst() + " " + (words.size() > 1 ? words.get(1) : "")) {
            // the whole comparison takes minutes; PhoneValidation runs it
            case "verify phone" -> words.set(1, "T13");
            case "board place" -> words.addAll(List.of("--tile", "12", "--moves", "2000", "--out", folder.toString()));
            case "board import" -> {}
            default -> {
                if (List.of("run", "board", "chamber", "claims", "compare").contains(words.getFirst())) {
                    words.addAll(List.of("--out", folder.toString()));
                }
            }
        }
        if (List.of("verify T13").contains(String.join(" ", words))) {
            words.addAll(List.of("--out", folder.toString()));
        }
        if (List.of("run", "compare").contains(words.getFirst()) && !words.contains("--resolution")) {
            words.addAll(List.of("--resolution", "draft"));
        }
        if (words.getFirst().equals("run")) {
            words.add("--no-levers"); // LimitingVerification moves them
        }
        if (words.getFirst().equals("claims") && !words.contains("--claim")) {
            words.addAll(List.of("--claim", "C7")); // all of them take minutes
        }
        return words.toArray(String[]::new);
    }

    /// A board of one resistor.
    private Path design() {
        try {
            return Files.writeString(
                    folder.resolve("design.kicad_pcb"),
                    """
                    (kicad_pcb (version 20221018) (generator pcbnew) (general (thickness 1.6))
                      (layers (0 "F.Cu" signal) (31 "B.Cu" signal) (44 "Edge.Cuts" user))
                      (gr_rect (start 0 0) (end 50 40) (layer "Edge.Cuts") (width 0.1))
                      (footprint "R_0402" (layer "F.Cu") (at 10 10)
                        (pad "1" smd rect (at -0.5 0) (size 0.5 0.5) (layers "F.Cu"))
                        (pad "2" smd rect (at 0.5 0) (size 0.5 0.5) (layers "F.Cu"))))
                    """);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
