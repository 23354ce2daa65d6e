// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import lithe.result.Verdict.Status;

/// A limit that is reached.
///
/// @param time time since the start of the workload, s; infinite in a steady state
/// @param workload name of the workload
/// @param weight how grave it is: a pass only tells what controls
/// @param what which limit, in a few words
/// @param where place, in words; may be empty
public record Event(double time, String workload, Status weight, String what, String where) {}
