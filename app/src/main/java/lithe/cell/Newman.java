// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// The Doyle–Fuller–Newman model: particles along two porous coats, salt and potentials across the cell.
///
/// Unknowns of one cell across: salt c, liquid potential φe, solid potential φs. The reaction current j is eliminated
/// with the particle behind it, so the Newton system is block-tridiagonal; the cell current is its border, and the
/// control is the row of that border.
final class Newman extends Physics {

    private static final int MAX_ITERATIONS = 30;
    private static final double TOLERANCE = 1e-5; // V

    private final boolean plain;
    private final int nn;
    private final int ns;
    private final int n;
    private final double[] width; // m
    private final double[] salt; // mol/m³
    private final double[] liquid; // V
    private final double[] solid; // V
    private final double[] density; // A/m²
    private final double[] kept; // salt, liquid, solid, density, current of the accepted state
    private final double[] middle; // the same in the middle of the step
    private final double[] drift; // and per second
    private final double[] specific; // particle surface per volume times width
    private final double[] pores; // porosity times width
    private final double[] transport;
    private final double[] diffusion; // effective, m²/s
    private final double[] conduction; // effective, S/m
    private final double[] logSalt;
    private final double[] weightOf; // dj per volt
    private final double[] lag; // residual of the kinetics, V
    private final double[] saltPull; // ∂η/∂c of the kinetics, V m³/mol
    private final double[] potential;
    private final double[] blocks; // P⁻¹U, nine of each cell
    private final double[] right; // P⁻¹r, three of each cell
    private final double[] border; // response to one ampere, three of each cell

    Newman(ParameterSet set, Resolution mesh) {
        int cells = mesh.negative() + mesh.separator() + mesh.positive();
        var negative = new Particles(set.negative(), mesh.negative(), mesh, 0);
        super(set, negative, new Particles(set.positive(), mesh.positive(), mesh, negative.size()), cells);
        plain = mesh.plain();
        nn = mesh.negative();
        ns = mesh.separator();
        n = cells;
        width = new double[n];
        specific = new double[n];
        pores = new double[n];
        transport = new double[n];
        var neg = set.negative();
        var sep = set.separator();
        var pos = set.positive();
        lay(mesh, 0, nn, neg.thickness(), neg.porosity(), neg.transport(), neg.surface());
        lay(mesh, nn, ns, sep.thickness(), sep.porosity(), sep.transport(), 0);
        lay(mesh, nn + ns, n - nn - ns, pos.thickness(), pos.porosity(), pos.transport(), pos.surface());
        salt = new double[n];
        liquid = new double[n];
        solid = new double[n];
        density = new double[n];
        kept = new double[4 * n + 1];
        middle = new double[4 * n + 1];
        drift = new double[4 * n + 1];
        diffusion = new double[n];
        conduction = new double[n];
        logSalt = new double[n];
        weightOf = new double[n];
        lag = new double[n];
        saltPull = new double[n];
        potential = new double[n];
        blocks = new double[9 * n];
        right = new double[3 * n];
        border = new double[3 * n];
    }

    private void lay(Resolution mesh, int first, int cells, double thick, double porosity, double passage, double area) {
        var face = mesh.coatFaces(cells);
        for (int i = 0; i < cells; i++) {
            int k = first + i;
            width[k] = (face[i + 1] - face[i]) * thick;
            specific[k] = area * width[k];
            pores[k] = porosity * width[k];
            transport[k] = passage;
        }
    }

    @Override
    void startFrom(double[] y, double temperature) {
        System.arraycopy(y, saltOffset, salt, 0, n);
        java.util.Arrays.fill(density, 0);
        double un = potential(set.negative(), meanStoichiometry(y, true), temperature);
        double up = potential(set.positive(), meanStoichiometry(y, false), temperature);
        java.util.Arrays.fill(liquid, -un);
        java.util.Arrays.fill(solid, 0, nn, 0.0);
        java.util.Arrays.fill(solid, nn, n, up - un);
        current = 0;
        remember(0);
    }

    @Override
    void remember(double length) {
        // here `middle` holds the potentials in the middle of the accepted step
        if (length > 0) {
            for (int k = 0; k < n; k++) {
                drift[k] = (salt[k] - middle[k]) / length;
                drift[n + k] = (liquid[k] - middle[n + k]) / length;
                drift[2 * n + k] = (solid[k] - middle[2 * n + k]) / length;
                drift[3 * n + k] = (density[k] - middle[3 * n + k]) / length;
            }
            drift[4 * n] = (current - middle[4 * n]) / length;
        } else {
            java.util.Arrays.fill(drift, 0);
        }
        store(kept);
    }

    private void store(double[] target) {
        System.arraycopy(salt, 0, target, 0, n);
        System.arraycopy(liquid, 0, target, n, n);
        System.arraycopy(solid, 0, target, 2 * n, n);
        System.arraycopy(density, 0, target, 3 * n, n);
        target[4 * n] = current;
    }

    @Override
    void recall(double ahead) {
        for (int k = 0; k < n; k++) {
            salt[k] = Math.max(kept[k] + ahead * drift[k], 0.5 * kept[k]);
            liquid[k] = kept[n + k] + ahead * drift[n + k];
            solid[k] = kept[2 * n + k] + ahead * drift[2 * n + k];
            density[k] = kept[3 * n + k] + ahead * drift[3 * n + k];
        }
        current = kept[4 * n] + ahead * drift[4 * n];
    }

    @Override
    void reach(double part) {
        store(middle);
        double more = 1 / part;
        for (int k = 0; k < n; k++) {
            salt[k] = Math.max(kept[k] + more * (salt[k] - kept[k]), 0.5 * kept[k]);
            liquid[k] = kept[n + k] + more * (liquid[k] - kept[n + k]);
            solid[k] = kept[2 * n + k] + more * (solid[k] - kept[2 * n + k]);
            density[k] = kept[3 * n + k] + more * (density[k] - kept[3 * n + k]);
        }
        current = kept[4 * n] + more * (current - kept[4 * n]);
    }

    @Override
    boolean solve(double[] history, double weight, double temperature, Control control, double[] y) {
        var neg = set.negative();
        var pos = set.positive();
        negative.prepare(history, weight, arrhenius(neg.diffusionEnergy(), temperature), y);
        positive.prepare(history, weight, arrhenius(pos.diffusionEnergy(), temperature), y);
        double rateN = neg.rate() * arrhenius(neg.rateEnergy(), temperature);
        double rateP = pos.rate() * arrhenius(pos.rateEnergy(), temperature);
        double thermal = 2 * GAS * temperature / FARADAY;
        admit(neg, negative, density, 0);
        admit(pos, positive, density, nn + ns);
        boolean done = false;
        for (int it = 0; it < MAX_ITERATIONS && !done; it++) {
            iterations++;
            properties(temperature);
            kinetics(neg, negative, 0, nn, rateN, thermal, temperature);
            kinetics(pos, positive, nn + ns, n, rateP, thermal, temperature);
            eliminate(history, weight, thermal, temperature);
            substitute();
            double change = update(control, temperature);
            if (!(change < 1e6)) {
                return false;
            }
            done = change < TOLERANCE;
        }
        if (!done || !bounds()) {
            return false;
        }
        negative.finish(density, 0, y);
        positive.finish(density, nn + ns, y);
        System.arraycopy(salt, 0, y, saltOffset, n);
        surfaceHeat = heat(temperature);
        return true;
    }

    private void properties(double temperature) {
        set.electrolyte().diffusivity().read(salt, 0, n, temperature, diffusion);
        set.electrolyte().conductivity().read(salt, 0, n, temperature, conduction);
        for (int k = 0; k < n; k++) {
            diffusion[k] *= transport[k];
            conduction[k] = Math.max(conduction[k], 1e-9) * transport[k];
            logSalt[k] = Math.log(salt[k]);
        }
    }

    /// φs − φe − U(c_surf) = (2RT/F) asinh(j / 2 i₀)  with  c_surf = a + b j, linearised in j, φ and c.
    ///
    /// The inverse form keeps Newton's method calm at large overpotentials, where the sinh form explodes.
    private void kinetics(Electrode e, Particles p, int from, int to, double rate, double thermal, double temperature) {
        double full = e.capacity();
        double warm = temperature - set.referenceTemperature();
        for (int k = from; k < to; k++) {
            int x = k - from;
            double j = density[k];
            double b = p.slope[x];
            double s = softClamp((p.base[x] + b * j) / full);
            double u = e.potential().at(s) + warm * e.entropy().at(s);
            double slope = (e.potential().slopeAt(s) + warm * e.entropy().slopeAt(s)) / full;
            double twice = 2 * rate * full * Math.sqrt(salt[k] * s * (1 - s));
            double steep = Math.sqrt(twice * twice + j * j);
            double bent = thermal * j / steep;
            // ∂ln i₀/∂c_surf
            double shift = (0.5 - s) / (s * (1 - s) * full);
            double soft = thermal / steep;
            double resistance = slope * b + soft - bent * shift * b;
            weightOf[k] = 1 / Math.max(resistance, 0.2 * soft);
            lag[k] = solid[k] - liquid[k] - u - thermal * asinh(j / twice);
            saltPull[k] = bent / (2 * salt[k]);
            potential[k] = u;
        }
    }

    /// Forward sweep of the block-tridiagonal system; keeps P⁻¹U and P⁻¹r of each cell.
    private void eliminate(double[] history, double weight, double thermal, double temperature) {
        var e = set.electrolyte();
        double free = 1 - e.transference();
        double toSalt = weight * free / FARADAY;
        double sigmaN = set.negative().conductivity();
        double sigmaP = set.positive().conductivity();
        double density0 = current / set.area();
        // left face: no liquid flux; solid held at zero on the foil
        double gIn = 0;
        double kIn = 0;
        double kxIn = 0; // liquid conductance times diffusion voltage
        double fluxIn = 0;
        double liquidIn = 0;
        double sIn = 2 * sigmaN / width[0];
        double solidIn = sIn * (0 - solid[0]);
        for (int k = 0; k < n; k++) {
            boolean last = k == n - 1;
            double gOut = 0;
            double kOut = 0;
            double kxOut = 0;
            double fluxOut = 0;
            double liquidOut = 0;
            if (!last) {
                double h0 = width[k] / 2;
                double h1 = width[k + 1] / 2;
                gOut = weight / (h0 / diffusion[k] + h1 / diffusion[k + 1]);
                kOut = plain
                        ? (conduction[k] + conduction[k + 1]) / 2 / (h0 + h1)
                        : 1 / (h0 / conduction[k] + h1 / conduction[k + 1]);
                double middle = (h1 * salt[k] + h0 * salt[k + 1]) / (h0 + h1);
                kxOut = kOut * thermal * free * e.thermodynamicFactor().at(middle, temperature);
                fluxOut = gOut * (salt[k] - salt[k + 1]);
                liquidOut = kOut * (liquid[k] - liquid[k + 1]) + kxOut * (logSalt[k + 1] - logSalt[k]);
            }
            double sOut = 0;
            double solidOut = 0;
            boolean coat = k < nn || k >= nn + ns;
            if (coat && k != nn - 1) {
                if (last) {
                    solidOut = density0;
                } else {
                    double sigma = k < nn ? sigmaN : sigmaP;
                    sOut = 2 * sigma / (width[k] + width[k + 1]);
                    solidOut = sOut * (solid[k] - solid[k + 1]);
                }
            }
            double a = specific[k];
            double j = density[k];
            double w = coat ? a * weightOf[k] : 0;
            double pull = coat ? saltPull[k] : 0;
            double late = coat ? lag[k] : 0;
            double c = salt[k];
            // residuals, negated
            double r0 = -(pores[k] * (c - history[saltOffset + k]) + fluxOut - fluxIn - toSalt * a * j) + toSalt * w * late;
            double r1 = -(liquidOut - liquidIn - a * j) + w * late;
            double r2 = coat ? -(solidOut - solidIn + a * j) - w * late : 0;
            // diagonal block, rows salt, liquid, solid; the eliminated j brings the w terms
            double m00 = pores[k] + gOut + gIn - toSalt * w * pull;
            double m01 = toSalt * w;
            double m02 = -toSalt * w;
            double m10 = -(kxOut + kxIn) / c - w * pull;
            double m11 = kOut + kIn + w;
            double m12 = -w;
            double m20 = w * pull;
            double m21 = -w;
            double m22 = coat ? sOut + sIn + w : 1;
            if (k > 0) {
                // lower block: salt row −g, liquid row (+kx/c, −k), solid row −s
                int p = 9 * (k - 1);
                int q = 3 * (k - 1);
                double back = kxIn / salt[k - 1];
                m00 += gIn * blocks[p];
                m01 += gIn * blocks[p + 1];
                m02 += gIn * blocks[p + 2];
                r0 += gIn * right[q];
                m10 -= back * blocks[p] - kIn * blocks[p + 3];
                m11 -= back * blocks[p + 1] - kIn * blocks[p + 4];
                m12 -= back * blocks[p + 2] - kIn * blocks[p + 5];
                r1 -= back * right[q] - kIn * right[q + 1];
                if (coat && k != nn + ns) {
                    m20 += sIn * blocks[p + 6];
                    m21 += sIn * blocks[p + 7];
                    m22 += sIn * blocks[p + 8];
                    r2 += sIn * right[q + 2];
                }
            }
            double c00 = m11 * m22 - m12 * m21;
            double c01 = m02 * m21 - m01 * m22;
            double c02 = m01 * m12 - m02 * m11;
            double c10 = m12 * m20 - m10 * m22;
            double c11 = m00 * m22 - m02 * m20;
            double c12 = m02 * m10 - m00 * m12;
            double c20 = m10 * m21 - m11 * m20;
            double c21 = m01 * m20 - m00 * m21;
            double c22 = m00 * m11 - m01 * m10;
            double inverse = 1 / (m00 * c00 + m01 * c10 + m02 * c20);
            int q = 3 * k;
            right[q] = (c00 * r0 + c01 * r1 + c02 * r2) * inverse;
            right[q + 1] = (c10 * r0 + c11 * r1 + c12 * r2) * inverse;
            right[q + 2] = (c20 * r0 + c21 * r1 + c22 * r2) * inverse;
            if (last) {
                // one ampere more leaves through the foil: solid residual of this cell only
                double push = -inverse / set.area();
                border[q] = c02 * push;
                border[q + 1] = c12 * push;
                border[q + 2] = c22 * push;
            } else {
                // upper block: salt row −g, liquid row (+kx/c, −k), solid row −s
                int p = 9 * k;
                double u00 = -gOut * inverse;
                double u10 = kxOut / salt[k + 1] * inverse;
                double u11 = -kOut * inverse;
                double u22 = -sOut * inverse;
                blocks[p] = c00 * u00 + c01 * u10;
                blocks[p + 1] = c01 * u11;
                blocks[p + 2] = c02 * u22;
                blocks[p + 3] = c10 * u00 + c11 * u10;
                blocks[p + 4] = c11 * u11;
                blocks[p + 5] = c12 * u22;
                blocks[p + 6] = c20 * u00 + c21 * u10;
                blocks[p + 7] = c21 * u11;
                blocks[p + 8] = c22 * u22;
            }
            gIn = gOut;
            kIn = kOut;
            kxIn = kxOut;
            fluxIn = fluxOut;
            liquidIn = liquidOut;
            sIn = sOut;
            solidIn = solidOut;
        }
    }

    /// Back substitution of the residual and of the border column.
    private void substitute() {
        for (int k = n - 2; k >= 0; k--) {
            int p = 9 * k;
            int q = 3 * k;
            double d0 = right[q + 3];
            double d1 = right[q + 4];
            double d2 = right[q + 5];
            double v0 = border[q + 3];
            double v1 = border[q + 4];
            double v2 = border[q + 5];
            for (int i = 0; i < 3; i++) {
                double a = blocks[p + 3 * i];
                double b = blocks[p + 3 * i + 1];
                double c = blocks[p + 3 * i + 2];
                right[q + i] -= a * d0 + b * d1 + c * d2;
                border[q + i] = -(a * v0 + b * v1 + c * v2);
            }
        }
    }

    /// Solves the control row for the current, takes the step, and returns its largest part in volts.
    private double update(Control control, double temperature) {
        double change = currentChange(control, temperature);
        double far = 0;
        double limit = 1;
        for (int k = 0; k < n; k++) {
            int q = 3 * k;
            double dc = right[q] + change * border[q];
            double d1 = right[q + 1] + change * border[q + 1];
            double d2 = right[q + 2] + change * border[q + 2];
            right[q] = dc;
            right[q + 1] = d1;
            right[q + 2] = d2;
            far = Math.max(far, Math.max(Math.abs(d1), Math.abs(d2)));
            far = Math.max(far, 0.05 * Math.abs(dc) / salt[k]);
            if (dc < -0.8 * salt[k]) {
                limit = Math.min(limit, 0.8 * salt[k] / -dc);
            }
        }
        limit = Math.min(limit, Math.min(reach(set.negative(), negative, 0), reach(set.positive(), positive, nn + ns)));
        // a step of many volts is no step in the right direction
        limit = Math.min(limit, 1.0 / Math.max(far, 1e-300));
        limit = Math.min(limit, 1);
        for (int k = 0; k < n; k++) {
            int q = 3 * k;
            double dc = right[q];
            double d1 = right[q + 1];
            double d2 = right[q + 2];
            if (k < nn || k >= nn + ns) {
                density[k] += limit * weightOf[k] * (d2 - d1 + saltPull[k] * dc + lag[k]);
                solid[k] += limit * d2;
            }
            salt[k] += limit * dc;
            liquid[k] += limit * d1;
        }
        current += limit * change;
        readVoltages(temperature);
        return limit < 1 ? Math.max(far, 1) : far;
    }

    /// Largest part of the step that keeps the surface of every particle inside what it can hold.
    private double reach(Electrode e, Particles p, int first) {
        double limit = 1;
        for (int x = 0; x < p.nodes; x++) {
            int k = first + x;
            int q = 3 * k;
            double dj = weightOf[k] * (right[q + 2] - right[q + 1] + saltPull[k] * right[q] + lag[k]);
            double s = (p.base[x] + p.slope[x] * density[k]) / e.capacity();
            double ds = p.slope[x] * dj / e.capacity();
            if (s + ds > 1) {
                limit = Math.min(limit, 0.9 * (1 - s) / ds);
            } else if (s + ds < 0) {
                limit = Math.min(limit, 0.9 * s / -ds);
            }
        }
        return Math.max(limit, 1e-3);
    }

    /// Moves a first guess that asks for more than the particle surfaces can hold back to their edge.
    private static void admit(Electrode e, Particles p, double[] density, int first) {
        for (int x = 0; x < p.nodes; x++) {
            double s = (p.base[x] + p.slope[x] * density[first + x]) / e.capacity();
            double inside = Math.clamp(s, 1e-9, 1 - 1e-9);
            if (inside != s) {
                density[first + x] = (inside * e.capacity() - p.base[x]) / p.slope[x];
            }
        }
    }

    private double currentChange(Control control, double temperature) {
        if (control instanceof Control.Current(var amps)) {
            return amps - current;
        }
        readVoltages(temperature);
        int q = 3 * (n - 1);
        double ohm = set.resistance() + width[n - 1] / 2 / set.positive().conductivity() / set.area();
        double dv0 = right[q + 2];
        double dv1 = border[q + 2] - ohm;
        return switch (control) {
            case Control.Current(var amps) -> amps - current;
            case Control.Voltage(var volts) -> (volts - voltage - dv0) / dv1;
            case Control.Power(var watts) -> (watts - current * voltage - current * dv0) / (voltage + current * dv1);
            case Control.Margin(var volts) -> {
                int m = 3 * (nn - 1);
                double step = width[nn - 1] / 2 / conduction[nn - 1] / set.area();
                yield (volts - margin - right[m + 2] + right[m + 1]) / (border[m + 2] - border[m + 1] + step);
            }
            case Control.Heat(var watts, _) -> heatStep(watts, dv0, dv1, temperature);
        };
    }

    private double heatStep(double watts, double dv0, double dv1, double temperature) {
        double q0 = heat(temperature) - watts - current * dv0;
        double q1 = -voltage - current * dv1;
        for (int k = 0; k < n; k++) {
            if (k < nn || k >= nn + ns) {
                int q = 3 * k;
                double w = set.area() * specific[k] * weightOf[k] * enthalpyPotential(k, temperature);
                q0 -= w * (right[q + 2] - right[q + 1] + saltPull[k] * right[q] + lag[k]);
                q1 -= w * (border[q + 2] - border[q + 1] + saltPull[k] * border[q]);
            }
        }
        return -q0 / q1;
    }

    private double enthalpyPotential(int k, double temperature) {
        boolean isNegative = k < nn;
        var e = isNegative ? set.negative() : set.positive();
        var p = isNegative ? negative : positive;
        int x = isNegative ? k : k - nn - ns;
        double s = softClamp((p.base[x] + p.slope[x] * density[k]) / e.capacity());
        return potential[k] - temperature * e.entropy().at(s);
    }

    /// Heat of the whole cell by the balance −IV − ∫ a j (U − T ∂U/∂T): ohmic, irreversible and reversible at once.
    private double heat(double temperature) {
        double stored = 0;
        for (int k = 0; k < nn; k++) {
            stored += specific[k] * density[k] * enthalpyPotential(k, temperature);
        }
        for (int k = nn + ns; k < n; k++) {
            stored += specific[k] * density[k] * enthalpyPotential(k, temperature);
        }
        return -current * voltage - set.area() * stored;
    }

    private void readVoltages(double temperature) {
        double i = current / set.area();
        int e = n - 1;
        double sigma = set.positive().conductivity();
        // solid potential on the foil from the cell mean, the gradient at the foil and the curvature a j / σ
        double face = solid[e] - i * width[e] / 2 / sigma - specific[e] * density[e] / sigma * width[e] / 6;
        voltage = face - current * set.resistance();
        int m = nn - 1;
        double g0 = diffusion[m] / width[m];
        double g1 = diffusion[nn] / width[nn];
        double c = (g0 * salt[m] + g1 * salt[nn]) / (g0 + g1);
        double free = 1 - set.electrolyte().transference();
        double x = 2 * GAS * temperature / FARADAY * free * set.electrolyte().thermodynamicFactor().at(c, temperature);
        double bent = specific[m] * density[m] * width[m] / 6;
        double liquidFace = liquid[m] - i * width[m] / 2 / conduction[m] + x * (Math.log(c) - logSalt[m])
                + bent / conduction[m];
        double solidFace = solid[m] - bent / set.negative().conductivity();
        margin = solidFace - liquidFace;
    }

    /// Notes the extremes and returns whether the state can exist.
    private boolean bounds() {
        fullestNegative = fullestPositive = 0;
        emptiestNegative = emptiestPositive = 1;
        for (int k = 0; k < nn; k++) {
            double s = (negative.base[k] + negative.slope[k] * density[k]) / set.negative().capacity();
            fullestNegative = Math.max(fullestNegative, s);
            emptiestNegative = Math.min(emptiestNegative, s);
        }
        for (int k = nn + ns; k < n; k++) {
            int x = k - nn - ns;
            double s = (positive.base[x] + positive.slope[x] * density[k]) / set.positive().capacity();
            fullestPositive = Math.max(fullestPositive, s);
            emptiestPositive = Math.min(emptiestPositive, s);
        }
        leastSalt = Double.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            leastSalt = Math.min(leastSalt, salt[k]);
        }
        return Math.min(emptiestNegative, emptiestPositive) > 0
                && Math.max(fullestNegative, fullestPositive) < 1
                && leastSalt > 0;
    }

    @Override
    double meanStoichiometry(double[] y, boolean ofNegative) {
        var p = ofNegative ? negative : positive;
        var e = ofNegative ? set.negative() : set.positive();
        int first = ofNegative ? 0 : nn + ns;
        double sum = 0;
        for (int x = 0; x < p.nodes; x++) {
            sum += width[first + x] * p.mean(y, x);
        }
        return sum / e.thickness() / e.capacity();
    }

    @Override
    double errorInVolts(double[] y, double[] error) {
        double worst = 0;
        for (int x = 0; x < nn; x++) {
            worst = Math.max(worst, surfaceError(set.negative(), negative, x, error, density[x]));
        }
        for (int x = 0; x < positive.nodes; x++) {
            worst = Math.max(worst, surfaceError(set.positive(), positive, x, error, density[nn + ns + x]));
        }
        for (int k = 0; k < n; k++) {
            // Nernst: a relative error of the salt is about 2RT/F times as many volts
            worst = Math.max(worst, 0.05 * Math.abs(error[saltOffset + k]) / salt[k]);
        }
        return worst;
    }

    private static double surfaceError(Electrode e, Particles p, int x, double[] error, double j) {
        double s = softClamp((p.base[x] + p.slope[x] * j) / e.capacity());
        double slope = Math.min(Math.abs(e.potential().slopeAt(s)), 20) + 0.05;
        return Math.abs(p.surfaceOf(error, x)) / e.capacity() * slope;
    }

    @Override
    double mixedHeat(double[] y, double[] slope) {
        double stored = 0;
        double reference = set.referenceTemperature();
        for (int x = 0; x < nn; x++) {
            stored += negative.enthalpyRate(y, slope, x, reference) * width[x] * set.negative().activeFraction();
        }
        for (int x = 0; x < positive.nodes; x++) {
            stored += positive.enthalpyRate(y, slope, x, reference) * width[nn + ns + x]
                    * set.positive().activeFraction();
        }
        // a j = −F ε ∂c/∂t: lithium that leaves takes its enthalpy along
        return -current * voltage + FARADAY * set.area() * stored;
    }

    @Override
    double lithium(double[] y) {
        double sum = 0;
        for (int x = 0; x < nn; x++) {
            sum += width[x] * set.negative().activeFraction() * negative.mean(y, x);
        }
        for (int x = 0; x < positive.nodes; x++) {
            sum += width[nn + ns + x] * set.positive().activeFraction() * positive.mean(y, x);
        }
        return set.area() * sum + saltIn(y);
    }

    @Override
    double saltIn(double[] y) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += pores[k] * y[saltOffset + k];
        }
        return set.area() * sum;
    }

    /// Returns the salt at the two foils, mol/m³.
    double[] saltAtFoils() {
        return new double[] {salt[0], salt[n - 1]};
    }
}
