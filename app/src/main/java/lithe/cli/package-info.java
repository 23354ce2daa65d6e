// SPDX-License-Identifier: Apache-2.0

/// Words on the command line to calls; the only room that prints or exits.
///
/// Standard output carries the answer (with `--json` exactly one document), standard error everything else.
/// Exit codes: 0 ok, 1 a verdict failed, 2 bad input, 3 numerical failure, 4 internal.
@NullMarked
package lithe.cli;

import org.jspecify.annotations.NullMarked;
