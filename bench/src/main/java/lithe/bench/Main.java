// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// `./lithe bench`: one table. `./lithe bench jmh …`: JMH with its own words; `./lithe bench chamber FILE`:
/// a phone with its chamber.
public final class Main {

    private Main() {}

    private static final int PAIRS = 9;

    /// Runs the benchmarks.
    ///
    /// @param words `jmh` and words for JMH, `chamber` and a device file, or nothing
    /// @throws IOException if JMH cannot write
    public static void main(String... words) throws IOException {
        if (words.length > 0 && words[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(words, 1, words.length));
            return;
        }
        if (words.length == 2 && words[0].equals("chamber")) {
            PhoneChamber.report(new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8)), Path.of(words[1]), PAIRS);
            return;
        }
        var table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Conduction.report(table);
    }
}
