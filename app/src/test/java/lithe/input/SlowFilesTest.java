// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files within all size limits that would keep a careless reader busy for minutes.
class SlowFilesTest {

    static final String HEAD = """
            lithe: 1
            name: slow
            body: {width: 70 mm, length: 150 mm, thickness: 8 mm}
            layers:
              - {name: room, material: air, thickness: rest}
            surfaces:
              front: {emissivity: 0.9, touch: glass}
              back: {emissivity: 0.9, touch: glass}
              edges: {emissivity: 0.9, touch: metal}
            """;
    static final String WORKLOADS = "workloads:\n  - {name: w, ambient: 25 °C, steady: true, posture: stand, power: {p0: 1 W}}\n";

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("nine thousand parts in one place", parts(9000, i -> part(i, ""))),
                arguments("nine thousand parts inside one another", parts(7500, i -> part(i, i == 0 ? "" : ", inside: p" + (i - 1)))),
                arguments("parts inside one another in a circle", parts(5000, i -> part(i, ", inside: p" + (i + 1) % 5000))),
                arguments("four thousand unknown materials with long names", parts(4000, i ->
                        part(i, "").replace("copper", "m".repeat(70) + i))),
                arguments("a part of eight thousand boxes in one place", HEAD + "parts:\n  - name: p0\n    material: copper\n    layer: room\n    boxes:\n"
                        + "      - {at: [1 mm, 1 mm], size: [1 mm, 1 mm]}\n".repeat(8000) + WORKLOADS),
                arguments("thousands of names that nobody knows", parts(3000, i -> part(i, "").replace("1 mm, 1 mm", i % 60 + " mm, " + i / 60 + " mm"))
                        + "sources:\n" + lines(3000, i -> "  s%d: {%s%d: 1}\n".formatted(i, "q".repeat(70), i))),
                arguments("a chain of sensors", parts(1, i -> part(i, "")) + "sensors:\n"
                        + lines(1000, i -> "  - {name: s%d, weights: {s%d: 1}}\n".formatted(i, (i + 1) % 1000))));
    }

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(120) // a guard against hanging, not a measurement
    @DisplayName("a file made to be slow is refused all the same")
    void refused(String what, String text) {
        var thrown = catchThrowable(() -> DeviceFile.parse(text, "slow.yaml", null));
        assertThat(thrown).as(what).isInstanceOf(InvalidInput.class).hasMessageEndingWith("nothing was simulated.");
        assertThat(thrown.getMessage().length()).as(what).isLessThan(1_000_000);
    }

    private static String part(int i, String more) {
        return "  - {name: p%d, material: copper, layer: room, at: [1 mm, 1 mm], size: [1 mm, 1 mm]%s}\n".formatted(i, more);
    }

    private static String parts(int n, IntFunction<String> part) {
        return HEAD + WORKLOADS + "parts:\n" + lines(n, part);
    }

    private static String lines(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(line).collect(Collectors.joining());
    }
}
