// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import lithe.input.InvalidInput;
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
        return switch (thrown) {
            case InvalidInput invalid -> say(err, invalid.getMessage(), ExitCode.BAD_INPUT);
            case NoSuchFileException missing -> say(err, "no such file: " + missing.getMessage(), ExitCode.BAD_INPUT);
            case IllegalArgumentException refused -> say(err, "lithe: " + refused.getMessage(), ExitCode.BAD_INPUT);
            case ArithmeticException numeric -> say(err, "numerical failure: " + numeric.getMessage(), ExitCode.NUMERICAL_FAILURE);
            case java.io.IOException io -> say(err, "cannot read or write: " + io.getMessage(), ExitCode.INTERNAL);
            default ->
                say(
                        err,
                        "internal error, please report it with the device file: %s (set %s=1 for details)"
                                .formatted(thrown, DEBUG),
                        ExitCode.INTERNAL);
        };
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
