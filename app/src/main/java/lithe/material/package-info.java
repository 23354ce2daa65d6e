// SPDX-License-Identifier: Apache-2.0

/// What is a thing made of? Density, conductivity and heat capacity, each with its source and grade.
@NullMarked
package lithe.material;

import org.jspecify.annotations.NullMarked;
