// SPDX-License-Identifier: Apache-2.0

/// What if the inputs were other than they are? Many outcomes of many variants of one phone.
@NullMarked
package lithe.explore;

import org.jspecify.annotations.NullMarked;
