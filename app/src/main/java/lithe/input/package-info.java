// SPDX-License-Identifier: Apache-2.0

/// What does a file say? Readers of every format, with file, line and column for every value.
@NullMarked
package lithe.input;

import org.jspecify.annotations.NullMarked;
