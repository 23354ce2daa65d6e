// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// Adapter, cable and charge pumps: what arrives at the battery and what is lost on the way inside the phone.
///
/// @param power largest power of the adapter, W
/// @param inputCurrent largest current at the phone's port, A
/// @param ratio input voltage of a charge pump over its output voltage
/// @param efficiency of the charge pumps
/// @param port resistance from the port to the pumps, inside the phone, Ω
/// @param cable resistance of cable and plugs outside the phone, Ω
/// @param coil efficiency of wireless transfer; 1 with a cable
/// @param coilShare share of the wireless loss that is released inside the phone
public record Adapter(
        double power,
        double inputCurrent,
        int ratio,
        double efficiency,
        double port,
        double cable,
        double coil,
        double coilShare) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Adapter {
        Electrode.within("adapter power", power, 0.1, 500, "W");
        Electrode.within("input current", inputCurrent, 0.01, 50, "A");
        Electrode.within("charge-pump ratio", ratio, 1, 8, "");
        Electrode.within("charge-pump efficiency", efficiency, 0.5, 1, "");
        Electrode.within("port resistance", port, 0, 1, "Ω");
        Electrode.within("cable resistance", cable, 0, 1, "Ω");
        Electrode.within("coil efficiency", coil, 0.2, 1, "");
        Electrode.within("share of the coil loss inside", coilShare, 0, 1, "");
    }

    /// Returns a 67 W adapter with 2:1 pumps: 98.5 % (maker's figure for a sister phone less control losses: 97.5 %),
    /// 60 mΩ of cable and plugs and 15 mΩ from the port on; estimates.
    ///
    /// @return the adapter
    public static Adapter wired67() {
        return new Adapter(67, 6.5, 2, 0.975, 0.015, 0.06, 1, 0.5);
    }

    /// Returns a 50 W wireless pad at 80 %, half of the loss inside the phone; estimates.
    ///
    /// @return the pad
    public static Adapter wireless50() {
        return new Adapter(50, 5, 2, 0.975, 0.015, 0, 0.80, 0.5);
    }

    /// Where the power goes.
    ///
    /// @param drawn power drawn from the adapter, W
    /// @param pumps heat of the charge pumps, W
    /// @param port heat at the port, W
    /// @param coil heat of the receiving coil, W
    public record Flow(double drawn, double pumps, double port, double coil) {}

    /// Returns where the power goes while a battery is charged.
    ///
    /// @param amps charge current into the battery, A
    /// @param packVoltage voltage at the battery connector, V
    /// @return the flows
    public Flow flow(double amps, double packVoltage) {
        double out = amps * packVoltage;
        double in = out / efficiency;
        double wire = amps / ratio;
        double atPort = in + wire * wire * port;
        double received = atPort + wire * wire * (coil < 1 ? 0 : cable);
        double drawn = received / coil;
        return new Flow(drawn, in - out, wire * wire * port, (drawn - received) * coilShare);
    }

    /// Returns the largest charge current.
    ///
    /// @param packVoltage voltage at the battery connector, V
    /// @return the current, A
    public double largestCurrent(double packVoltage) {
        double low = 0;
        double high = inputCurrent * ratio;
        for (int i = 0; i < 40; i++) {
            double mid = (low + high) / 2;
            if (flow(mid, packVoltage).drawn() > power) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return low;
    }
}
