// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

/// A value put in place of one in a device file.
///
/// @param path path of the value, such as `chamber.thickness`
/// @param text number and unit, a word, or a factor such as `x 0.8`
public record Setting(String path, String text) {}
