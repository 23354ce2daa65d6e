// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Runs the command line in this JVM and keeps what it says.
record Shell(int code, String out, String err) {

    static synchronized Shell run(String... arguments) {
        PrintStream out = System.out, err = System.err;
        var said = new ByteArrayOutputStream();
        var told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new Shell(code, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
