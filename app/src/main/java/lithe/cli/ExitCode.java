// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

/// What a command tells the shell.
final class ExitCode {

    static final int OK = 0;
    static final int VERDICT_FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int NUMERICAL_FAILURE = 3;
    static final int INTERNAL = 4;

    private ExitCode() {}
}
