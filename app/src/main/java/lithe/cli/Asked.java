// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lithe.input.DeviceFile;
import lithe.report.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What every command about a device file takes.
final class Asked {

    @Parameters(index = "0", paramLabel = "DEVICE", description = "device file, such as devices/xiaomi-12.yaml")
    @Nullable Path device;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "change a value of the file, such as --set chamber.thickness=\"0.4 mm\"; may be repeated")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--json", description = "one JSON document on standard output, nothing else there")
    boolean json;

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    DeviceFile read() {
        var file = DeviceFile.read(path());
        return set.isEmpty() ? file : file.set(set);
    }

    Path path() {
        if (device == null) {
            throw new IllegalArgumentException("no device file was named");
        }
        return device;
    }

    Provenance provenance(DeviceFile file) {
        return new Provenance(Version.current(), spec().name(), file.file(), file.sha256(), Instant.now());
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /// Returns whether words on standard output may be coloured.
    static boolean colour() {
        return System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("not called from the command line");
        }
        return spec;
    }
}
