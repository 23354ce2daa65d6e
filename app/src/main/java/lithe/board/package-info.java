// SPDX-License-Identifier: Apache-2.0

/// What is on the board, how dense is it, where do the parts go, and how well does it carry heat?
@NullMarked
package lithe.board;

import org.jspecify.annotations.NullMarked;
