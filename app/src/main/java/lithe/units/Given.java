// SPDX-License-Identifier: Apache-2.0
package lithe.units;

/// A quantity and where it was given: what a report lists as an input.
///
/// @param path path in the device file, such as <code>layers[2].thickness</code>, or material and property of a library
/// @param file file it was read from, as the user named it
/// @param line line in that file, from 1, or 0 when it is a default
/// @param quantity the value with its grade and source
public record Given(String path, String file, int line, Quantity quantity) {}
