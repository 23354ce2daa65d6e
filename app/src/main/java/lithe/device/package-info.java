// SPDX-License-Identifier: Apache-2.0

/// What is the phone? Body, layers, parts, surfaces, sensors, workloads and where it is held, in SI.
///
/// A [lithe.device.Device] that exists is one that can be built: its layers fill the body, its names are unique, its
/// powers act on parts it has. Where a value came from is kept by the reader, not here.
@NullMarked
package lithe.device;

import org.jspecify.annotations.NullMarked;
