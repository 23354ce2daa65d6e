// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lithe.units.Grade;

/// The parameter sets that come with Lithe, all lithium cobalt oxide against graphite.
///
/// Effective solid conductivity is σ (1 − porosity)^b, as the public tool that ships these sets computes it (its curves
/// agree with nothing else); tables that name the active fraction instead were found to be wrong.
public final class ParameterLibrary {

    private static final double T0 = 298.15;

    private ParameterLibrary() {}

    /// Returns the names of all sets.
    ///
    /// @return the names, as the command line takes them
    public static List<String> names() {
        return List.of("Marquis2019", "Ai2020", "Ai2020-as-shipped", "Ramadass2004", "phone-LCO-4.48V");
    }

    /// Returns a set by name.
    ///
    /// @param name one of [#names()], in any case
    /// @return the set
    /// @throws IllegalArgumentException when there is no such set
    public static ParameterSet named(String name) {
        var known = names().stream().filter(name::equalsIgnoreCase).findFirst().orElseThrow(() ->
                new IllegalArgumentException("parameter set must be one of %s, but is %s".formatted(names(), name)));
        return switch (known) {
            case "Marquis2019" -> marquis2019();
            case "Ai2020" -> ai2020("Ai2020", 1e-4);
            case "Ai2020-as-shipped" -> ai2020("Ai2020-as-shipped", 1);
            case "Ramadass2004" -> ramadass2004();
            default -> PhoneCell.set();
        };
    }

    /// Kokam SLPB78205130H with DUALFOIL materials. "1C" is the nominal 0.68 Ah; the window holds 0.87 Ah.
    private static ParameterSet marquis2019() {
        var electrolyte = new Electrolyte(
                1000,
                0.4,
                Property.scaled(c -> 5.34e-10 * Math.exp(-0.65 * c / 1000), t -> warmth(37_040, t)),
                Property.scaled(c -> duaKappa(c / 1000), t -> warmth(34_700, t)),
                (c, t) -> 1);
        var negative = new Electrode(
                100e-6, 0.3, Math.pow(0.3, 1.5), 100 * Math.pow(0.7, 1.5), 0.6, 10e-6, 3 * 0.6 / 10e-6,
                24983.2619938437, Curve.constant(3.9e-14), true, 42_770, 2e-5, 37_480,
                Curve.of(ParameterLibrary::mcmb, 1e-4, 1), Curve.of(ParameterLibrary::mcmbEntropy, 1e-4, 1),
                0.1832225211781177, 0.9493209874894212);
        var positive = new Electrode(
                100e-6, 0.3, Math.pow(0.3, 1.5), 10 * Math.pow(0.7, 1.5), 0.5, 10e-6, 3 * 0.5 / 10e-6,
                51217.9257309275, Curve.constant(1e-13), true, 18_550, 6e-7, 39_570,
                Curve.of(ParameterLibrary::dualfoilCobalt, 0.3, 1),
                Curve.of(ParameterLibrary::dualfoilCobaltEntropy, 0.3, 1),
                0.961024694977169, 0.5125964131099127);
        return new ParameterSet(
                "Marquis2019",
                "S. G. Marquis et al., J. Electrochem. Soc. 166 (2019) A3693; DUALFOIL materials",
                Grade.PAPER, negative, new Separator(25e-6, 1, 1), positive, electrolyte,
                0.137 * 0.207, 0.680616 * 3600, 3.105, 4.1, T0, 14.1274, 10 * 0.0569, 0,
                new ParameterSet.Range(3, 273.15, 328.15));
    }

    /// Enertech 2.28 Ah pouch, 34 pairs. Public copies lack the cm² → m² factor in the electrolyte diffusivity.
    private static ParameterSet ai2020(String name, double diffusivityFactor) {
        var electrolyte = new Electrolyte(
                1000,
                0.38,
                // Valøen and Reimers (2005): cm²/s in the paper
                (c, t) -> diffusivityFactor * Math.exp(Math.log(10)
                        * (-4.43 - 54 / Math.max(t - 229 - 5e-3 * c, 5) - 0.22e-3 * c)),
                ParameterLibrary::valoenKappa,
                (c, t) -> (0.601 - 0.24 * Math.sqrt(c / 1000)
                        + 0.982 * (1 - 0.0052 * (t - T0)) * c / 1000 * Math.sqrt(c / 1000)) / (1 - 0.38));
        var negative = new Electrode(
                76.5e-6, 0.33, Math.pow(0.33, 2.914), 100, 0.61, 5e-6, 3 * 0.61 / 5e-6,
                28700, Curve.constant(3.9e-14), true, 5000, 9.648533212331001e-07, 5000,
                table("ai2020-graphite-ocp.csv"), Curve.of(ParameterLibrary::aiGraphiteEntropy, 0, 1),
                0.005083721010521167, 0.848167364626478);
        var positive = new Electrode(
                68e-6, 0.32, Math.pow(0.32, 1.83), 10, 0.62, 3e-6, 3 * 0.62 / 3e-6,
                49943, Curve.constant(5.387e-15), true, 5000, 9.648533212331001e-07, 5000,
                table("ai2020-lco-ocp.csv"), Curve.of(ParameterLibrary::aiCobaltEntropy, 0.3, 1),
                0.9660525647077156, 0.42980096312763594);
        return new ParameterSet(
                name,
                "W. Ai et al., J. Electrochem. Soc. 167 (2020) 013512; Rieger et al. 163 (2016) A1566",
                Grade.PAPER, negative, new Separator(25e-6, 0.5, Math.pow(0.5, 1.5)), positive, electrolyte,
                34 * 0.051 * 0.047, 2.28 * 3600, 3.0, 4.2, T0, 41.2564, 35 * 0.0060484, 0,
                new ParameterSet.Range(3, 273.15, 328.15));
    }

    /// A mixture of sources: use with caution. "1C" is the nominal 1 Ah; the window holds 1.775 Ah.
    private static ParameterSet ramadass2004() {
        var electrolyte = new Electrolyte(
                1000, 0.363, Property.scaled(c -> 7.5e-10, t -> warmth(37_040, t)),
                Property.scaled(c -> ramadassKappa(1e-6 * c), t -> warmth(34_700, t)), (c, t) -> 1);
        var negative = new Electrode(
                88e-6, 0.485, Math.pow(0.485, 4), 100 * Math.pow(0.515, 4), 0.49, 2e-6, 3 * 0.49 / 2e-6,
                30555, Curve.constant(3.9e-14), true, 42_770, 4.854e-6, 37_480,
                Curve.of(ParameterLibrary::ramadassGraphite, 2e-3, 1), Curve.of(ParameterLibrary::mcmbEntropy, 1e-4, 1),
                0.03767366684955147, 0.8690884063957139);
        var positive = new Electrode(
                80e-6, 0.385, Math.pow(0.385, 4), 10 * Math.pow(0.615, 4), 0.59, 2e-6, 3 * 0.59 / 2e-6,
                51555, Curve.constant(1e-14), true, 18_550, 2.252e-6, 39_570,
                Curve.of(ParameterLibrary::ramadassCobalt, 0.4, 1),
                Curve.of(ParameterLibrary::dualfoilCobaltEntropy, 0.3, 1),
                0.8802657427882035, 0.4301067090518784);
        return new ParameterSet(
                "Ramadass2004",
                "P. Ramadass et al., J. Electrochem. Soc. 151 (2004) A196, with thermal data of Zhao (2018) and DUALFOIL",
                Grade.PAPER, negative, new Separator(25e-6, 0.508, Math.pow(0.508, 1.9804586773134945)), positive,
                electrolyte, 0.057 * 1.060692, 3600, 2.8, 4.2, T0, 27.1757, 0.5, 0,
                new ParameterSet.Range(3, 273.15, 328.15));
    }

    static double warmth(double energy, double temperature) {
        return Math.exp(energy / Physics.GAS * (1 / T0 - 1 / temperature));
    }

    private static double duaKappa(double q) {
        return Math.max(0.0911 + q * (1.9101 + q * (-1.052 + q * 0.1554)), 1e-3);
    }

    static double valoenKappa(double c, double t) {
        double a = -10.5 + 0.668e-3 * c + 0.494e-6 * c * c
                + (0.074 - 1.78e-5 * c - 8.86e-10 * c * c) * t
                + (-6.96e-5 + 2.8e-8 * c) * t * t;
        return 1e-4 * c * a * a;
    }

    private static double ramadassKappa(double q) {
        return Math.max(1000 * (4.1253e-4 + q * (5.007 + q * (-4.7212e3 + q * (1.5094e6 - q * 1.6018e8)))), 1e-3);
    }

    private static final double[][] MCMB = {
        {0.0351, 0.286, 0.083}, {-0.0045, 0.849, 0.119}, {-0.035, 0.9233, 0.05}, {-0.0147, 0.5, 0.034},
        {-0.102, 0.194, 0.142}, {-0.022, 0.9, 0.0164}, {-0.011, 0.124, 0.0226}, {0.0155, 0.105, 0.029}
    };

    /// DUALFOIL graphite MCMB 2528.
    private static double mcmb(double x) {
        double u = 0.194 + 1.5 * Math.exp(-120 * x);
        for (var t : MCMB) {
            u += t[0] * Math.tanh((x - t[1]) / t[2]);
        }
        return u;
    }

    /// Moura's fastDFN, as the public sets use it.
    static double mcmbEntropy(double x) {
        double s = -1.5 * 120 * Math.exp(-120 * x);
        for (var t : MCMB) {
            s += t[0] / t[2] / Math.pow(Math.cosh((x - t[1]) / t[2]), 2);
        }
        return s / 24983.2619938437;
    }

    private static final double[][] COBALT = {
        {0.07645, 30.834, -54.4806}, {2.1581, 52.294, -50.294}, {-0.14169, 11.0923, -19.8543},
        {0.2051, 1.4684, -5.4888}, {0.2531, 4.291641337386018, -7.598784194528876},
        {-0.02167, -87.5, 166.66666666666666}
    };

    /// DUALFOIL LiCoO2; valid above a stoichiometry of 0.4.
    static double dualfoilCobalt(double y) {
        double u = 2.16216;
        for (var t : COBALT) {
            u += t[0] * Math.tanh(t[1] + t[2] * 1.062 * y);
        }
        return u;
    }

    /// The public sets carry 19.854, not 19.8543, as one slope.
    static double dualfoilCobaltEntropy(double y) {
        double s = 0;
        for (var t : COBALT) {
            double front = t[2] == -19.8543 ? -19.854 : t[2];
            s += t[0] * front / Math.pow(Math.cosh(t[1] + t[2] * 1.062 * y), 2);
        }
        return s / 51217.9257309275;
    }

    private static double ramadassGraphite(double x) {
        return 0.7222 + 0.1387 * x + 0.029 * Math.sqrt(x) - 0.0172 / x + 0.0019 / Math.pow(x, 1.5)
                + 0.2808 * Math.exp(0.9 - 15 * x) - 0.7984 * Math.exp(0.4465 * x - 0.4108);
    }

    private static double ramadassCobalt(double y) {
        double z = 1.13 * y * 1.13 * y;
        return polynomial(z, -4.656, 88.669, -401.119, 342.909, -462.471, 433.434)
                / polynomial(z, -1, 18.933, -79.532, 37.311, -73.083, 95.96);
    }

    static double aiGraphiteEntropy(double x) {
        return 1e-3
                * polynomial(
                        x, 0.005269056, 3.299265709, -91.79325798, 1004.911008, -5812.278127, 19329.7549, -37147.8947,
                        38379.18127, -16515.05308)
                / polynomial(
                        x, 1, -48.09287227, 1017.234804, -10481.80419, 59431.3, -195881.6488, 374577.3152,
                        -385821.1607, 165705.8597);
    }

    /// Stated for 0.43 < y < 0.9936; held at the ends of that range outside it.
    static double aiCobaltEntropy(double y) {
        return polynomial(
                Math.clamp(y, 0.42, 0.9936), 0.109667298, -1.30382445, 6.54799331, -17.992018, 29.1744564, -27.9047599,
                14.5719049, -3.20392657);
    }

    private static double polynomial(double x, double... rising) {
        double sum = 0;
        for (int i = rising.length - 1; i >= 0; i--) {
            sum = sum * x + rising[i];
        }
        return sum;
    }

    static Curve table(String name) {
        var rows = rows(name);
        return Curve.through(rows[0], rows[1]);
    }

    static double[][] rows(String name) {
        try (var in = ParameterLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource %s is missing".formatted(name));
            }
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
            return new double[][] {
                lines.stream().mapToDouble(f -> Double.parseDouble(f[0])).toArray(),
                lines.stream().mapToDouble(f -> Double.parseDouble(f[1])).toArray()
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
