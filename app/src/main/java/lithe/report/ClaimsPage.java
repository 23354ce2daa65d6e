// SPDX-License-Identifier: Apache-2.0
package lithe.report;

/// Placeholder.
public final class ClaimsPage {
    private ClaimsPage() {}

    /// Returns.
    ///
    /// @param report what is told
    /// @return the page
    public static String text(ClaimsReport report) {
        return "";
    }
}
