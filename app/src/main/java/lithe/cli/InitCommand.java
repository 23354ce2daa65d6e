// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lithe.input.DeviceFile;
import lithe.input.DeviceSchema;
import lithe.input.Template;
import lithe.report.Json;
import lithe.report.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Starts a device file.
@Command(
        name = "init",
        description = "Writes a device file to start from, and its schema beside it so that an editor completes keys.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private static final String SCHEMA = "device.schema.json";

    @Parameters(index = "0", paramLabel = "FILE", description = "file to write; one that exists is left alone")
    @Nullable Path file;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "small-flagship",
            description = "small-flagship, minimal or layered-box; default: ${DEFAULT-VALUE}")
    String template = "small-flagship";

    @Option(names = "--force", description = "replace a file that exists")
    boolean force;

    @Option(names = "--json", description = "one JSON document on standard output")
    boolean json;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        Path target = Objects.requireNonNull(file).toAbsolutePath();
        if (Files.exists(target) && !force) {
            throw new IllegalArgumentException("%s exists; choose another name or add --force".formatted(file));
        }
        var place = new Place(Objects.requireNonNull(target.getParent()));
        String text = "# yaml-language-server: $schema=" + SCHEMA + "\n" + Template.named(template).text();
        place.write(String.valueOf(target.getFileName()), text.getBytes(StandardCharsets.UTF_8));
        place.write(SCHEMA, DeviceSchema.json());
        var phone = DeviceFile.read(target).device();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("lithe", Version.current());
            document.put("command", "init");
            document.put("file", String.valueOf(file));
            document.put("parts", phone.parts().size());
            document.put("workloads", phone.workloads().size());
            out.println(Json.text(document));
        } else {
            out.printf(
                    "wrote %s (%d parts, %d workloads) and %s. Next: ./lithe run %s%n",
                    file, phone.parts().size(), phone.workloads().size(), SCHEMA, file);
        }
        out.flush();
        return ExitCode.OK;
    }
}
