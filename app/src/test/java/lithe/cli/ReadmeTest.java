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
        Matcher word = WORD.matcher(command.substring("./lithe ".length()).replace("devices/", "../devices/"));
        while (word.find()) {
            words.add(word.group().replace("\"", ""));
        }
        if (words.getFirst().equals("init")) {
            words.set(1, folder.resolve("mine.yaml").toString());
        }
        if (words.getFirst().equals("run")) {
            words.addAll(List.of("--out", folder.toString()));
            if (!words.contains("--resolution")) {
                words.addAll(List.of("--resolution", "draft"));
            }
        }
        return words.toArray(String[]::new);
    }
}
