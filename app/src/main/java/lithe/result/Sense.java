// SPDX-License-Identifier: Apache-2.0
package lithe.result;

/// Which way a result should go.
public enum Sense {
    /// Less is better.
    LOWER,
    /// More is better.
    HIGHER,
    /// Neither; it informs.
    NEITHER
}
