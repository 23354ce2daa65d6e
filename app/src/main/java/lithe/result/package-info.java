// SPDX-License-Identifier: Apache-2.0

/// What can a run tell? One catalogue of result quantities; terminal, report, JSON, CSV and axes all read it.
@NullMarked
package lithe.result;

import org.jspecify.annotations.NullMarked;
