// SPDX-License-Identifier: Apache-2.0

/// Where is a thing, how large is it, and does it touch another? Boxes and outlines in metres.
///
/// Origin: front face, top-left corner as seen from the front. x runs to the right, y down from the top edge, z from the
/// front to the back.
@NullMarked
package lithe.geometry;

import org.jspecify.annotations.NullMarked;
