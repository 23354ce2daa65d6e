// SPDX-License-Identifier: Apache-2.0

/// What does a file say, and where exactly does it say something wrong?
///
/// Reads device files, materials and power traces. [lithe.input.DeviceFile] is the main type: the device in SI, and every
/// number in the file with its line, unit, grade and source. All problems of a file are collected, sorted and thrown at
/// once as [lithe.input.InvalidInput]; nothing is repaired silently. What a file may contain is declared once, in
/// `DeviceShape`; the published JSON Schema is written from that declaration.
///
/// This room writes no files and judges no results. Binding libraries were left: they know the type of a value, not the
/// unit, and stop at the first error.
@NullMarked
package lithe.input;

import org.jspecify.annotations.NullMarked;
