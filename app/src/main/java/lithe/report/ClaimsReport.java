// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import lithe.explore.claim.Answers;

/// What is told about the claims of a phone. No clock stands in it: the same files give the same words.
///
/// @param version version of the program
/// @param device name of the phone
/// @param deviceFile its file as the user named it
/// @param deviceHash SHA-256 of that file
/// @param claimsFile the claims file
/// @param claimsHash SHA-256 of that file
/// @param resolution how finely was simulated
/// @param answers what came out
public record ClaimsReport(
        String version,
        String device,
        String deviceFile,
        String deviceHash,
        String claimsFile,
        String claimsHash,
        String resolution,
        Answers answers) {}
