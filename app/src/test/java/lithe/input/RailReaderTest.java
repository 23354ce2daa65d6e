// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lithe.Figures;
import lithe.device.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Perfetto traces as power: the bytes are built here, from the public numbers of the fields.
class RailReaderTest {

    @TempDir
    Path folder;

    private static final String DEVICE =
            """
            lithe: 1
            name: plate
            body: {width: 60 mm, length: 120 mm, thickness: 4 mm}
            layers:
              - {name: front, material: copper, thickness: 4 mm}
            parts:
              - {name: SoC, material: copper, layer: front, at: [0 mm, 0 mm], size: [20 mm, 20 mm]}
              - {name: screen, material: copper, layer: front, at: [30 mm, 0 mm], size: [20 mm, 20 mm]}
            surfaces:
              front: {emissivity: 0.5, touch: metal}
              back: {emissivity: 0.5, touch: metal}
              edges: {emissivity: 0.5, touch: metal}
            workloads:
              - {name: traced, duration: 4 s, ambient: 25 °C, posture: stand, power-file: TRACE, rails: rails.yaml}
            """;
    private static final String RAILS =
            """
            rails:
              CPU_BIG: {source: SoC}
              CPU_LITTLE: {source: SoC, gain: 0.5}
              DISPLAY: {source: screen}
            """;

    private Workload read(String trace, byte[] bytes, String rails) throws IOException {
        Files.write(folder.resolve(trace), bytes);
        Files.writeString(folder.resolve("rails.yaml"), rails);
        Files.writeString(folder.resolve("device.yaml"), DEVICE.replace("TRACE", trace));
        return DeviceFile.read(folder.resolve("device.yaml")).device().workload("traced");
    }

    private String refused(String trace, byte[] bytes, String rails) {
        var refused = catchThrowableOfType(InvalidInput.class, () -> read(trace, bytes, rails));
        assertThat(refused).isNotNull();
        return refused.problems().getFirst().toString();
    }

    // Protocol Buffers, as documented: tag = number << 3 | type, numbers as base-128 varints, lengths before messages.

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static byte[] number(int field, long value) {
        var out = new ByteArrayOutputStream();
        varint(out, (long) field << 3);
        varint(out, value);
        return out.toByteArray();
    }

    private static byte[] nested(int field, byte[]... parts) {
        var inside = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            inside.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        varint(out, (long) field << 3 | 2);
        varint(out, inside.size());
        out.writeBytes(inside.toByteArray());
        return out.toByteArray();
    }

    private static byte[] descriptor(int index, String name) {
        return nested(1, number(1, index), nested(2, name.getBytes(StandardCharsets.UTF_8)), nested(3, "soc".getBytes(StandardCharsets.UTF_8)), number(4, 1023));
    }

    private static byte[] energy(int index, long milliseconds, long microwattSeconds) {
        return nested(2, number(1, index), number(2, milliseconds), number(3, microwattSeconds));
    }

    /// A packet: its timestamp (field 8), a fixed field that is stepped over, and power rails (field 40).
    private static byte[] packet(byte[]... rails) {
        var fixed = new byte[] {(byte) (99 << 3 & 0x7F | 5 | 0x80), 99 >> 4, 1, 2, 3, 4};
        return nested(1, number(8, 123_456_789_000L), fixed, nested(40, rails));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] trace() {
        return joined(
                packet(descriptor(0, "CPU_BIG"), descriptor(1, "CPU_LITTLE"), descriptor(2, "DISPLAY"), descriptor(3, "MODEM")),
                packet(energy(0, 5000, 9_000_000_000L), energy(1, 5000, 0), energy(2, 5000, 100), energy(3, 5000, 0)),
                packet(energy(0, 6000, 9_003_000_000L), energy(1, 6000, 400_000), energy(2, 6000, 1_200_100), energy(3, 6000, 500_000)),
                packet(energy(0, 7000, 9_004_000_000L), energy(1, 7000, 400_000), energy(2, 7000, 2_400_100), energy(3, 7000, 1_000_000)),
                packet(energy(0, 8000, 9_004_500_000L), energy(1, 8000, 1_400_000), energy(2, 8000, 3_600_100), energy(3, 8000, 1_500_000)));
    }

    @Test
    void powerIsTheDifferenceOfEnergyOverTime() throws IOException {
        var workload = read("trace.pftrace", trace(), RAILS);
        var soc = workload.power().get("SoC");
        // big 3, 1, 0.5 W; little 0.4, 0, 1 W at half gain
        assertThat(soc.time()).containsExactly(0, 1, 2, 3);
        assertThat(soc.at(0.5)).isCloseTo(3.2, within(1e-9));
        assertThat(soc.at(1.5)).isCloseTo(1.0, within(1e-9));
        assertThat(soc.at(2.5)).isCloseTo(1.0, within(1e-9));
        assertThat(workload.power().get("screen").at(1)).isCloseTo(1.2, within(1e-9));
        assertThat(workload.notes()).containsExactly(
                "1 counters of the trace are no source here, 0.50 W on average if all are rails: MODEM",
                "the trace ends after 3.000 s of 4.000 s: its last powers are held");
        Figures.record("6", "governor: Perfetto trace in", "power_rails of bytes built by the test: powers within 1e-9 W, energy kept");
    }

    @Test
    void tableAndJsonSayTheSame() throws IOException {
        var table = new StringBuilder("\"ts\",\"rail\",\"value\"\n");
        var json = new StringBuilder("{\"traceEvents\":[{\"name\":\"x\",\"ph\":\"X\",\"ts\":1,\"dur\":2,\"args\":{\"deep\":[{\"a\":1}]}}");
        long[][] big = {{5000, 9_000_000_000L}, {6000, 9_003_000_000L}, {7000, 9_004_000_000L}, {8000, 9_004_500_000L}};
        for (long[] sample : big) {
            table.append(sample[0] * 1_000_000).append(",\"power.rails.CPU_BIG\",").append(sample[1]).append('\n');
            json.append(",\n{\"name\":\"power.CPU_BIG_uws\",\"ph\":\"C\",\"pid\":1,\"ts\":").append(sample[0] * 1000)
                    .append(",\"args\":{\"value\":").append(sample[1]).append("}}");
        }
        var rails = "rails: {CPU_BIG: {source: SoC}}\n";
        for (var workload : java.util.List.of(
                read("trace.csv", table.toString().getBytes(StandardCharsets.UTF_8), rails),
                read("trace.json", json.append("]}").toString().getBytes(StandardCharsets.UTF_8), rails))) {
            assertThat(workload.power().get("SoC").power()).containsExactly(new double[] {3, 1, 0.5, 0.5}, within(1e-9));
        }
    }

    @Test
    void gapsAndResetsAreToldNotHidden() throws IOException {
        var trace = joined(packet(descriptor(0, "CPU_BIG"),
                energy(0, 0, 0), energy(0, 1000, 2_000_000), energy(0, 2000, 4_000_000), energy(0, 12_000, 14_000_000), energy(0, 13_000, 1_000_000)));
        var workload = read("trace.pftrace", trace, "rails: {CPU_BIG: {source: SoC}}\n");
        // the energy over the gap is known: 10 J in 10 s; that over the reset is not
        assertThat(workload.power().get("SoC").power()).containsExactly(new double[] {2, 2, 1, 1, 1}, within(1e-9));
        assertThat(workload.notes()).containsExactly(
                "rail CPU_BIG has a gap of 10.000 s at 2.000 s: its mean power there is held",
                "rail CPU_BIG counts backwards at 12.000 s: its power before that is held");
    }

    @Test
    void powersMayBeGivenAsPower() throws IOException {
        var json = "[{\"name\":\"power.SoC [W]\",\"ph\":\"C\",\"ts\":0,\"args\":{\"value\":5}},"
                + "{\"name\":\"power.SoC [W]\",\"ph\":\"C\",\"ts\":2000000,\"args\":{\"value\":3}}]";
        var workload = read("out.json", json.getBytes(StandardCharsets.UTF_8), "{counts: power, rails: {'SoC [W]': {source: SoC}}}\n");
        assertThat(workload.power().get("SoC").at(1)).isEqualTo(5);
        assertThat(workload.power().get("SoC").at(3)).isEqualTo(3);
    }

    @Test
    void mapsThatDoNotFitAreRefusedWithTheirPlace() {
        assertThat(refused("trace.pftrace", trace(), RAILS.replace("DISPLAY", "DISPLAI")))
                .contains("rails.yaml:4:").contains("a rail of the trace").contains("DISPLAY");
        assertThat(refused("trace.pftrace", trace(), RAILS.replace("source: screen", "source: scren")))
                .contains("rails.yaml:4:").contains("screen");
        assertThat(refused("trace.pftrace", trace(), RAILS + "  power.rails.DISPLAY: {source: screen}\n"))
                .contains("rails.yaml:5:").contains("a second time");
        assertThat(refused("trace.pftrace", trace(), "rails: {}\n")).contains("rails.yaml:1:");
        assertThat(refused("trace.pftrace", trace(), RAILS.replace("gain: 0.5", "gain: -1"))).contains("rails.yaml:3:");
        assertThat(refused("trace.pftrace", trace(), RAILS.replace("rails:", "counts: power\nrails:"))).contains("are these counters of energy");
    }

    @Test
    void fastSamplesBecomeMeansOverSecondsAndKeepTheirEnergy() throws IOException {
        var text = new StringBuilder("ts,name,value\n");
        double joules = 0;
        for (int n = 0; n <= 37; n++) {
            text.append("%d,CPU_BIG,%d\n".formatted(n * 100_000_000L, Math.round(joules * 1e6)));
            joules += n % 2 == 0 ? 0.4 : 0.1;
        }
        double given = joules - 0.1;
        var workload = read("fast.csv", text.toString().getBytes(StandardCharsets.UTF_8), "rails:\n  CPU_BIG: {source: SoC}\n");
        var soc = workload.power().get("SoC");
        double[] time = soc.time();
        double kept = 0;
        for (int i = 0; i + 1 < time.length; i++) {
            kept += soc.power()[i] * (time[i + 1] - time[i]);
        }
        assertThat(time).hasSize(5);
        assertThat(kept).isCloseTo(given, within(1e-9));
        assertThat(workload.notes()).anyMatch(note -> note.contains("10.0 times a second"));
    }

    @Test
    void brokenTracesAreRefusedWithTheirPlace() {
        byte[] whole = trace();
        assertThat(refused("a.pftrace", java.util.Arrays.copyOf(whole, whole.length - 3), RAILS)).contains("a.pftrace:1:1").contains("at byte");
        assertThat(refused("b.pftrace", "hello, world".getBytes(StandardCharsets.UTF_8), RAILS)).contains("b.pftrace:1:1");
        assertThat(refused("c.pftrace", nested(1, nested(50, new byte[10])), RAILS)).contains("compressed packets");
        assertThat(refused("d.json", "{\"traceEvents\": [{\"name\": ".getBytes(StandardCharsets.UTF_8), RAILS)).contains("d.json:1:1").contains("no JSON");
        assertThat(refused("e.json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8), RAILS)).contains("traceEvents");
        assertThat(refused("f.csv", "time,power\n1,2\n".getBytes(StandardCharsets.UTF_8), RAILS)).contains("without ts, name and value");
        assertThat(refused("g.csv", "ts,name,value\n1,CPU_BIG,many\n".getBytes(StandardCharsets.UTF_8), RAILS)).contains("\"many\" on line 2");
        assertThat(refused("h.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), RAILS)).contains("h.json:1:1");
        assertThat(refused("i.pftrace", new byte[0], RAILS)).contains("a rail of the trace");
    }

    @Test
    void mutatedTracesAreReadOrRefused() throws IOException {
        long seed = 6_2026;
        var random = new Random(seed);
        byte[] whole = trace();
        int draws = Figures.all() ? 20_000 : 2_000, refused = 0;
        for (int draw = 0; draw < draws; draw++) {
            byte[] broken = whole.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                read("trace.pftrace", random.nextInt(5) == 0 ? java.util.Arrays.copyOf(broken, random.nextInt(broken.length)) : broken, RAILS);
            } catch (InvalidInput e) {
                refused++;
                assertThat(e.problems()).as("seed %d, draw %d", seed, draw).isNotEmpty();
            }
        }
        assertThat(refused).isGreaterThan(draws / 10);
        Figures.record("6", "governor: hostile traces", "%d mutated traces: %d refused with a message, no other exception (seed %d)".formatted(draws, refused, seed));
    }
}
