// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lithe.input.BoardImport;
import lithe.input.IdfReader;
import lithe.input.KicadReader;
import lithe.input.PartSideFile;
import lithe.report.BoardExport;
import lithe.report.BoardPicture;
import lithe.report.Json;
import lithe.report.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads a board design.
@Command(
        name = "import",
        description = "Reads a .kicad_pcb (KiCad 4 to 10) or an IDF 3.0 .emn with its .emp beside it, counts it, and writes it in other formats.",
        mixinStandardHelpOptions = true)
final class BoardImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DESIGN", description = "board design, .kicad_pcb or .emn")
    @Nullable Path design;

    @Option(names = "--parts", paramLabel = "FILE", description = "heights and powers by reference: reference,height,<workload>,…")
    @Nullable Path parts;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "write a summary; .yaml")
    @Nullable Path out;

    @Option(names = "--export", paramLabel = "FOLDER", description = "write .pos, IDF (.emn, .emp), .vtk and a drawing")
    @Nullable Path export;

    @Option(names = "--json", description = "one JSON document on standard output, nothing else there")
    boolean json;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var file = Objects.requireNonNull(design, "no design was named");
        var read = read(file);
        if (parts != null) {
            read = PartSideFile.complete(read, parts.toString(), text(parts));
        }
        var board = read.board();
        var results = BoardExport.results(board);
        if (out != null) {
            write(out, BoardExport.yaml(board, results));
        }
        if (export != null) {
            var place = new Place(export);
            var base = Place.harmless(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""));
            place.write(base + ".pos", BoardExport.pos(board));
            place.write(base + ".emn", BoardExport.idfBoard(board));
            place.write(base + ".emp", BoardExport.idfLibrary(board));
            place.write(base + ".vtk", BoardExport.vtk(board));
            place.write(base + ".html", BoardPicture.page(board.name(), read.warnings(), List.of(BoardPicture.sides(board))));
        }
        show(read, results);
        return ExitCode.OK;
    }

    private void show(BoardImport read, Map<String, Object> results) {
        var to = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("format", read.format());
            document.putAll(results);
            document.put("warnings", read.warnings());
            to.println(Json.text(document));
        } else {
            results.forEach((id, value) -> to.println(String.format(Locale.ROOT, "%-22s %s", id, value)));
            read.warnings().forEach(warning -> warn(to, warning));
        }
        to.flush();
    }

    private static void warn(PrintWriter to, String warning) {
        to.println("warning  " + warning);
    }

    private static BoardImport read(Path file) throws IOException {
        var name = file.toString();
        if (!name.endsWith(".emn")) {
            return KicadReader.read(name, text(file));
        }
        var library = Path.of(name.replaceFirst("\\.emn$", ".emp"));
        return IdfReader.read(name, text(file), library.toString(), text(library));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void write(Path file, String text) {
        var folder = file.toAbsolutePath().getParent();
        new Place(folder == null ? Path.of(".") : folder).write(String.valueOf(file.getFileName()), text);
    }
}
