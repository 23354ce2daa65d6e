// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// The program.
@Command(
        name = "lithe",
        description = "Co-design simulator for small flagship phones: does it fit, stay cool, charge fast, and what limits it?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            InitCommand.class,
            CellCommand.class,
            ChamberCommand.class,
            VerifyCommand.class,
            MaterialsCommand.class,
            BoardCommand.class,
            ChargeCommand.class,
            ClaimsCommand.class,
            CompareCommand.class,
            ResultsCommand.class
        },
        footer = {
            "",
            "First steps:",
            "  lithe run devices/xiaomi-12.yaml      simulate every workload, write a report",
            "  lithe init my-phone.yaml              start a device file of your own",
            "",
            "Exit codes: 0 ok, 1 a verdict failed, 2 bad input, 3 numerical failure, 4 internal."
        })
public final class Main {

    private Main() {}

    /// Runs the command line and exits.
    ///
    /// @param arguments words after the program's name
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs the command line.
    ///
    /// @param arguments words after the program's name
    /// @return exit code
    public static int run(String... arguments) {
        var line = new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
                .setParameterExceptionHandler(Failure::ofArguments)
                .setExecutionExceptionHandler(Failure::ofExecution);
        try {
            return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return Failure.ofError(exhausted);
        }
    }
}
