// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.fit.Packing;
import lithe.input.DeviceFile;
import lithe.report.FitWords;
import lithe.report.HeadlineWords;
import lithe.report.Json;
import lithe.report.JsonReport;
import lithe.simulation.Headline;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import lithe.units.Given;
import lithe.units.Grade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Reads a device file and says what it holds; solves nothing.
@Command(
        name = "check",
        description = "Reads a device file, names every problem at once, says whether the phone fits, and how large its grids would be.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    Asked asked = new Asked();

    @Override
    public Integer call() {
        var file = asked.read();
        List<Grid> grids = new ArrayList<>();
        for (Resolution resolution : List.of(Resolution.DRAFT, Resolution.STANDARD, Resolution.FINE)) {
            grids.add(Grid.of(file.device(), resolution));
        }
        var packing = Packing.of(file.device());
        if (asked.json) {
            asked.out().println(json(file, grids, packing));
        } else {
            words(file, grids, packing).forEach(asked.out()::println);
        }
        asked.out().flush();
        return packing.legal() ? ExitCode.OK : ExitCode.VERDICT_FAILED;
    }

    private static List<String> words(DeviceFile file, List<Grid> grids, Packing packing) {
        Device phone = file.device();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "ok    %s: %.1f x %.1f x %.2f mm, %d layers, %d parts, %d sensors",
                phone.name(),
                phone.body().width() * 1e3,
                phone.body().length() * 1e3,
                phone.body().thickness() * 1e3,
                phone.layers().size(),
                phone.parts().size(),
                phone.sensors().size()));
        lines.add("ok    workloads: " + String.join(", ", phone.workloads().stream().map(Workload::name).toList()));
        lines.add("ok    " + grades(file.given()));
        for (Grid grid : grids) {
            lines.add(String.format(
                    Locale.ROOT,
                    "ok    %-8s %,9d cells (%d x %d x %d), about %,d MB",
                    grid.resolution(),
                    grid.cells(),
                    grid.nx(),
                    grid.ny(),
                    grid.nz(),
                    grid.bytes() >> 20));
        }
        lines.add("");
        lines.addAll(FitWords.lines(packing));
        return lines;
    }

    private static String grades(List<Given> inputs) {
        List<String> shares = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            long count = inputs.stream().filter(input -> input.quantity().grade() == grade).count();
            shares.add(count + " " + grade.word());
        }
        return inputs.size() + " numbers: " + String.join(", ", shares);
    }

    private String json(DeviceFile file, List<Grid> grids, Packing packing) {
        var document = JsonReport.head(asked.provenance(file), file.device().name());
        document.put("numbers", file.given().size());
        document.put(
                "grids",
                grids.stream()
                        .map(grid -> Json.keys(
                                "resolution", grid.resolution(), "cells", grid.cells(), "bytes", grid.bytes()))
                        .toList());
        document.put("headline", Json.keys("fit", HeadlineWords.json(Headline.fit(packing))));
        document.put("fit", JsonReport.fit(packing));
        return Json.text(document);
    }
}
