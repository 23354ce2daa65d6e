// SPDX-License-Identifier: Apache-2.0

/// How is an outcome told? As text, JSON, CSV, HTML, VTK and pictures.
///
/// A [lithe.report.Report] is what was asked, what came out and what it rests on; every writer takes one and returns text
/// or bytes, and [lithe.report.Place] puts them on disk so that a file is either old or whole. Colours come from one
/// [lithe.report.ColourScale] per document, so that two maps, two runs or two phones can be compared by eye. Plots are
/// plain SVG of our own: uPlot (51 kB of script) was considered and left, because SVG prints, needs no script to be seen
/// and weighs less.
@NullMarked
package lithe.report;

import org.jspecify.annotations.NullMarked;
