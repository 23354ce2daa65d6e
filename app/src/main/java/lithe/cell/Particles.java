// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// Diffusion in the particles of one electrode, all nodes side by side.
///
/// An implicit step is linear in the surface current density j of a node:  c = c⁰ + g j, surface = a + b j.  So a step
/// needs one sweep for c⁰ and one response g, and the particles leave the Newton system exactly. Finite volumes keep
/// lithium to rounding. Shell values are `y[offset + shell * nodes + node]`; loops run across nodes.
final class Particles {

    final int nodes;
    final int shells;
    final int offset;
    /// Surface concentration of each node at zero current, mol/m³.
    final double[] base;
    /// Change of the surface concentration per current density, mol/m³ per A/m²; one value for each node.
    final double[] slope;

    private final Electrode electrode;
    private final double[] volume; // of each shell, over R³
    private final double[] conduct; // r²/Δr at the inner face of each shell, over R
    private final double inner; // weight of the last but one shell in the surface value
    private final double outer;
    private final double gradient; // weight of the surface gradient, m
    private final double[] factor; // Thomas: what of the shell inside is subtracted
    private final double[] pivot; // one over the pivot
    private final double[] off; // coupling to the shell outside
    private final double[] response;
    private double known = Double.NaN;

    Particles(Electrode electrode, int nodes, Resolution mesh, int offset) {
        this.electrode = electrode;
        this.nodes = nodes;
        this.shells = mesh.shells();
        this.offset = offset;
        base = new double[nodes];
        slope = new double[nodes];
        volume = new double[shells];
        conduct = new double[shells];
        var square = new double[shells]; // mean of r² over each shell
        var fourth = new double[shells]; // mean of r⁴
        var face = mesh.shellFaces();
        for (int i = 0; i < shells; i++) {
            double in = face[i];
            double out = face[i + 1];
            double in2 = in * in;
            double out2 = out * out;
            volume[i] = (out2 * out - in2 * in) / 3;
            square[i] = (out2 * out2 * out - in2 * in2 * in) / 5 / volume[i];
            fourth[i] = (out2 * out2 * out2 * out - in2 * in2 * in2 * in) / 7 / volume[i];
            // distance in r²: exact for the parabola that every steady current ends in, second order for all else
            conduct[i] = i == 0 ? 0 : 2 * in * in * in / (square[i] - square[i - 1]);
            if (mesh.plain() && i > 0) {
                conduct[i] = 2 * in * in / (out - face[i - 1]);
            }
        }
        // surface value from the two outermost means and the surface gradient: exact for 1, r² and r⁴
        int n = shells - 1;
        double apart = square[n] - square[n - 1];
        outer = mesh.plain()
                ? 1.5
                : (1 - 2 * square[n - 1] + fourth[n - 1]) / (2 * apart - fourth[n] + fourth[n - 1]);
        inner = 1 - outer;
        gradient = mesh.plain() ? 0 : (1 - square[n - 1] - outer * apart) / 2 * electrode.radius();
        int lanes = electrode.uniformDiffusivity() ? 1 : nodes;
        factor = new double[shells * lanes];
        pivot = new double[shells * lanes];
        off = new double[shells * lanes];
        response = new double[shells * lanes];
    }

    int size() {
        return nodes * shells;
    }

    void fill(double[] y, double stoichiometry) {
        java.util.Arrays.fill(y, offset, offset + size(), stoichiometry * electrode.capacity());
    }

    /// Solves the step without current: y becomes c⁰, `base` and `slope` the surface relation.
    ///
    /// @param history right side of the implicit step, mol/m³
    /// @param weight weight of the new slope in the step, s
    /// @param warmth Arrhenius factor of the diffusivity
    /// @param y in: best guess of the shell values (used where diffusivity depends on them); out: c⁰
    void prepare(double[] history, double weight, double warmth, double[] y) {
        if (electrode.uniformDiffusivity()) {
            prepareUniform(history, weight, electrode.diffusivity().at(0.5) * warmth, y);
        } else {
            prepareVariable(history, weight, warmth, y);
        }
    }

    private void prepareUniform(double[] history, double weight, double diffusivity, double[] y) {
        double r = electrode.radius();
        double k = weight * diffusivity / (r * r);
        int n = nodes;
        if (k != known) {
            factorUniform(k, weight / r);
            known = k;
        }
        for (int x = 0; x < n; x++) {
            y[offset + x] = volume[0] * history[offset + x];
        }
        for (int i = 1; i < shells; i++) {
            double f = factor[i];
            double v = volume[i];
            int at = offset + i * n;
            for (int x = 0; x < n; x++) {
                y[at + x] = v * history[at + x] + f * y[at - n + x];
            }
        }
        int last = offset + (shells - 1) * n;
        double p = pivot[shells - 1];
        for (int x = 0; x < n; x++) {
            y[last + x] *= p;
        }
        for (int i = shells - 2; i >= 0; i--) {
            double q = pivot[i];
            double o = off[i];
            int at = offset + i * n;
            for (int x = 0; x < n; x++) {
                y[at + x] = (y[at + x] + o * y[at + n + x]) * q;
            }
        }
        double b = outer * response[shells - 1]
                + inner * response[shells - 2]
                - gradient / (Physics.FARADAY * diffusivity);
        for (int x = 0; x < n; x++) {
            base[x] = outer * y[last + x] + inner * y[last - n + x];
            slope[x] = b;
        }
    }

    private void factorUniform(double k, double push) {
        double above = k * conduct[1];
        pivot[0] = 1 / (volume[0] + above);
        off[0] = above;
        for (int i = 1; i < shells; i++) {
            double next = i + 1 < shells ? k * conduct[i + 1] : 0;
            factor[i] = above * pivot[i - 1];
            pivot[i] = 1 / (volume[i] + above + next - factor[i] * above);
            off[i] = next;
            above = next;
        }
        response[shells - 1] = -push / Physics.FARADAY * pivot[shells - 1];
        for (int i = shells - 2; i >= 0; i--) {
            response[i] = off[i] * response[i + 1] * pivot[i];
        }
    }

    /// Diffusivity that depends on the content, taken at the guess: second order, because the guess is.
    private void prepareVariable(double[] history, double weight, double warmth, double[] y) {
        double r = electrode.radius();
        double scale = weight * warmth / (r * r);
        var d = electrode.diffusivity();
        double full = electrode.capacity();
        for (int x = 0; x < nodes; x++) {
            double above = 0;
            for (int i = 0; i < shells; i++) {
                int at = i * nodes + x;
                double next = 0;
                if (i + 1 < shells) {
                    double middle = (y[offset + at] + y[offset + at + nodes]) / 2 / full;
                    next = scale * conduct[i + 1] * d.at(Math.clamp(middle, 0, 1));
                }
                double f = i == 0 ? 0 : above * pivot[at - nodes];
                factor[at] = f;
                pivot[at] = 1 / (volume[i] + above + next - f * above);
                off[at] = next;
                above = next;
            }
            int last = (shells - 1) * nodes + x;
            double surface = Math.clamp(y[offset + last] / full, 0, 1);
            double right = volume[0] * history[offset + x];
            y[offset + x] = right;
            for (int i = 1; i < shells; i++) {
                int at = i * nodes + x;
                right = volume[i] * history[offset + at] + factor[at] * right;
                y[offset + at] = right;
            }
            y[offset + last] *= pivot[last];
            response[last] = -weight / r / Physics.FARADAY * pivot[last];
            for (int i = shells - 2; i >= 0; i--) {
                int at = i * nodes + x;
                y[offset + at] = (y[offset + at] + off[at] * y[offset + at + nodes]) * pivot[at];
                response[at] = off[at] * response[at + nodes] * pivot[at];
            }
            base[x] = outer * y[offset + last] + inner * y[offset + last - nodes];
            slope[x] = outer * response[last]
                    + inner * response[last - nodes]
                    - gradient / (Physics.FARADAY * d.at(surface) * warmth);
        }
    }

    /// Adds what the surface currents do: y becomes the state at the end of the step.
    ///
    /// @param density surface current density of each node, A/m²
    /// @param first index of the first node in it
    void finish(double[] density, int first, double[] y) {
        boolean uniform = electrode.uniformDiffusivity();
        for (int i = 0; i < shells; i++) {
            int at = offset + i * nodes;
            if (uniform) {
                double g = response[i];
                for (int x = 0; x < nodes; x++) {
                    y[at + x] += g * density[first + x];
                }
            } else {
                for (int x = 0; x < nodes; x++) {
                    y[at + x] += response[i * nodes + x] * density[first + x];
                }
            }
        }
    }

    /// Returns the mean concentration of one particle, mol/m³.
    double mean(double[] y, int node) {
        double sum = 0;
        for (int i = 0; i < shells; i++) {
            sum += volume[i] * y[offset + i * nodes + node];
        }
        return 3 * sum;
    }

    /// Returns the part of the surface value that the shells give, mol/m³.
    double surfaceOf(double[] y, int node) {
        int last = offset + (shells - 1) * nodes + node;
        return outer * y[last] + inner * y[last - nodes];
    }

    /// Returns the mean of (U − T ∂U/∂T) ∂c/∂t over one particle, V mol/(m³ s); heat of mixing is in it.
    ///
    /// With U(T) = U(T₀) + (T − T₀) ∂U/∂T the bracket is U(T₀) − T₀ ∂U/∂T at every temperature.
    double enthalpyRate(double[] y, double[] slopes, int node, double reference) {
        double sum = 0;
        double full = electrode.capacity();
        for (int i = 0; i < shells; i++) {
            int at = offset + i * nodes + node;
            double x = Math.clamp(y[at] / full, 1e-6, 1 - 1e-6);
            sum += volume[i]
                    * slopes[at]
                    * (electrode.potential().at(x) - reference * electrode.entropy().at(x));
        }
        return 3 * sum;
    }
}
