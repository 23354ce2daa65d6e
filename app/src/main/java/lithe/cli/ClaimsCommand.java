// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lithe.device.Device;
import lithe.explore.claim.Answers;
import lithe.explore.claim.Phone;
import lithe.explore.claim.Setting;
import lithe.explore.claim.Trial;
import lithe.input.ClaimsFile;
import lithe.input.DeviceFile;
import lithe.report.ClaimsJson;
import lithe.report.ClaimsPage;
import lithe.report.ClaimsReport;
import lithe.report.ClaimsText;
import lithe.report.Json;
import lithe.report.Place;
import lithe.simulation.Coupling;
import lithe.simulation.Described;
import lithe.simulation.Progress;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Puts what is claimed about a phone to the test.
@Command(
        name = "claims",
        description = "Runs what is claimed about a phone as declared experiments: claimed, simulated, band, verdict, inputs that decide, chance that the verdict flips.",
        mixinStandardHelpOptions = true)
final class ClaimsCommand implements Callable<Integer> {

    @Mixin
    Asked asked = new Asked();

    @Option(names = "--claims", paramLabel = "FILE", description = "the claims; default: claims/<name of the device file>.yaml")
    @Nullable Path claims;

    @Option(names = "--claim", paramLabel = "ID", split = ",", description = "only these, such as C4")
    List<String> ids = List.of();

    @Option(names = "--quick", description = "vary no inputs: verdicts without deciding inputs and chances")
    boolean quick;

    @Option(names = "--all-inputs", description = "vary every graded input instead of those the claims file chose; takes much longer")
    boolean all;

    @Option(
            names = "--resolution",
            paramLabel = "NAME|CELLS",
            defaultValue = "draft",
            description = "draft, standard, fine, or a number of cells; default: ${DEFAULT-VALUE}")
    String resolution = "draft";

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to write claims.html; default: out/<name of the device file>")
    @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N", description = "runs at a time; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        var phone = asked.read();
        var read = ClaimsFile.read(claims == null ? beside() : claims, phone);
        var chosen = (all ? read.withAllInputs() : read.claims()).only(ids);
        var cells = Resolution.named(resolution);
        var bar = new ProgressBar(asked.err());
        Answers answers;
        try {
            answers = new Trial(chosen, maker(read.phones()), (device, workload) -> run(device, workload, cells))
                    .answers(threads, !quick, bar);
        } finally {
            bar.done();
        }
        var report = new ClaimsReport(Version.current(), phone.device().name(), phone.file(), phone.sha256(), read.file(), read.sha256(), cells.name(), answers);
        var written = new Place(out == null ? Folders.of(asked.path()) : out).write("claims.html", ClaimsPage.text(report));
        if (asked.json) {
            asked.out().print(Json.text(ClaimsJson.document(report)));
        } else {
            asked.out().print(ClaimsText.text(report));
            asked.out().println("written  " + written);
        }
        asked.out().flush();
        return ExitCode.OK;
    }

    private Path beside() {
        var places = ClaimsFile.of(asked.path());
        return places.stream().filter(Files::isRegularFile).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no claims file for this device: looked for %s; name one with --claims".formatted(places)));
    }

    static Phone.Maker maker(Map<String, DeviceFile> phones) {
        return (variant, moved, settings) -> {
            var file = phones.get(variant.phone());
            if (file == null) {
                throw new IllegalArgumentException("no device file was read for the variant " + variant.name());
            }
            var changed = with(with(moved.isEmpty() ? file : file.with(moved), variant.settings()), settings);
            return new Phone(changed.device(), () -> Described.of(changed.device(), changed.board()));
        };
    }

    private static DeviceFile with(DeviceFile file, List<Setting> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.path(), setting.text()));
        return values.isEmpty() ? file : file.set(values);
    }

    /// One thread per run: many run at a time, and none can differ with the number of processors.
    static Map<String, Double> run(Device phone, String workload, Resolution resolution) {
        return Coupling.of(phone, Grid.of(phone, resolution), 1)
                .solve(List.of(phone.workload(workload)), Progress.SILENT)
                .runs()
                .getFirst()
                .results();
    }
}
