// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.time.Instant;

/// What was asked of which program.
///
/// @param version version of Lithe
/// @param command command as typed, such as <code>run</code>
/// @param file device file as the user named it
/// @param sha256 SHA-256 of the device file, hexadecimal
/// @param when when the answer was computed
public record Provenance(String version, String command, String file, String sha256, Instant when) {}
