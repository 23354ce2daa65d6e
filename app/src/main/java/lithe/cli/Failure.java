// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import lithe.input.InvalidInput;
import lithe.input.Problem;
import lithe.report.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what went wrong into words and an exit code; a stack trace is shown only on request.
final class Failure {

    private static final String DEBUG = "LITHE_DEBUG";

    private Failure() {}

    static int ofArguments(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("lithe: " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.BAD_INPUT;
    }

    static int ofExecution(Exception thrown, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (System.getenv(DEBUG) != null) {
            thrown.printStackTrace(err);
        }
        if (thrown instanceof InvalidInput invalid && wantsJson(parsed)) {
            line.getOut().println(Json.text(document(invalid)));
            line.getOut().flush();
        }
        return switch (thrown) {
            case InvalidInput invalid -> say(err, invalid.getMessage(), ExitCode.BAD_INPUT);
            case NoSuchFileException missing -> say(err, "no such file: " + missing.getMessage(), ExitCode.BAD_INPUT);
            case IllegalArgumentException refused -> say(err, "lithe: " + refused.getMessage(), ExitCode.BAD_INPUT);
            case ArithmeticException numeric -> say(err, "numerical failure: " + numeric.getMessage(), ExitCode.NUMERICAL_FAILURE);
            case java.io.UncheckedIOException io -> say(err, io.getMessage(), ExitCode.INTERNAL);
            case java.io.IOException io -> say(err, "cannot read or write: " + io.getMessage(), ExitCode.INTERNAL);
            default ->
                say(
                        err,
                        "internal error, please report it with the device file: %s (set %s=1 for details)"
                                .formatted(thrown, DEBUG),
                        ExitCode.INTERNAL);
        };
    }

    private static boolean wantsJson(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption("--json");
    }

    private static Map<String, Object> document(InvalidInput invalid) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lithe", Version.current());
        document.put("problems", invalid.problems().stream().map(Failure::row).toList());
        return document;
    }

    private static Map<String, Object> row(Problem problem) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", problem.place().file());
        row.put("line", problem.place().line());
        row.put("column", problem.place().column());
        row.put("path", problem.path());
        row.put("found", problem.found());
        row.put("expected", problem.expected());
        return row;
    }

    /// What is left to do when the machine itself gives up.
    static int ofError(Error thrown) {
        String words = thrown instanceof OutOfMemoryError
                ? "out of memory: use a coarser --resolution, or give more with LITHE_JAVA_OPTIONS=-Xmx8g"
                : "internal error, please report it: " + thrown;
        return say(new PrintWriter(System.err, true), words, ExitCode.INTERNAL);
    }

    private static int say(PrintWriter err, @Nullable String words, int code) {
        err.println(words);
        return code;
    }
}
