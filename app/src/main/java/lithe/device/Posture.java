// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import static lithe.device.Exchange.Flow.DOWN;
import static lithe.device.Exchange.Flow.UP;
import static lithe.device.Exchange.Flow.VERTICAL;
import static lithe.device.Face.BACK;
import static lithe.device.Face.BOTTOM;
import static lithe.device.Face.FRONT;
import static lithe.device.Face.LEFT;
import static lithe.device.Face.RIGHT;
import static lithe.device.Face.TOP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The ways a phone is held or lies, as boundary conditions. All conditions are estimates; the film coefficients follow
/// from correlations where air is free.
public enum Posture {
    /// Lying on its back on an insulating table; nothing passes through the back.
    TABLE("table"),
    /// Lying on its back on a wooden table, lifted 1 mm in the mean by its cameras.
    WOODEN_TABLE("wooden-table"),
    /// Upright in portrait, air on all sides.
    STAND("stand"),
    /// Held upright at 45°, the hand on 35 % of the back and both long edges.
    HAND_PORTRAIT("hand-portrait"),
    /// Held in landscape by two hands, each on 15 % of the back at a short end and on the short edge.
    HAND_LANDSCAPE_GAME("hand-landscape-game"),
    /// In a pocket: cloth and still air all around.
    POCKET("pocket"),
    /// In a car holder, the sun on the screen.
    CAR_MOUNT_SUN("car-mount-sun"),
    /// Lying on a wireless charger whose plate is at 35 °C.
    CRADLE("cradle"),
    /// Horizontal in free air, as on threads.
    FREE_FLAT("free-flat");

    /// Blood temperature behind a hand, K; estimate, 36–37 °C.
    private static final double BLOOD = 273.15 + 36.5;
    /// Flow of blood through a hand in water at 35 °C, body comfortable: 5.9 mL per 100 mL and minute, here in 1/s, measured
    /// (Spealman 1945). Range 5.9–12.7: the upper end is the neutral hand of JOS-3 (3.04 L/h; Takahashi et al. 2021) on 0.4 L.
    private static final double FLOW = 5.9 / 100 / 60;
    /// Density of blood, kg/m³.
    private static final double BLOOD_DENSITY = 1060;
    /// Flow doubles over this rise of local temperature, K (Tanabe et al. 2002, 65MN). Range: no rise (palm 32 → 42 °C, plateau)
    /// over ×1.5 (same, first peak; Wilson et al. 2010) and ×2.6 (hand 15 → 35 °C; Spealman) to ×3.2 per 10 K (JOS-3).
    private static final double DOUBLES = 10;
    /// Skin temperature at which the flow is as given, K: the neutral hand of 65MN, 35.2 °C; it was measured at 35 °C, 1.4 % of flow
    /// apart.
    private static final double NEUTRAL = 273.15 + 35.2;
    /// Conductivity of tissue times heat capacity of blood, 0.4 W/(m·K) × 3800 J/(kg·K); general knowledge.
    private static final double TISSUE = 0.4 * 3800;
    /// Epidermis of palm and finger pad, m²·K/W: 0.17 mm (palm, Raman; Egawa et al. 2007) to 0.30 mm (finger pad, tomography;
    /// J. R. Soc. Interface 10:20120467) of horny layer, 0.08 mm below it (Sandby-Møller et al. 2003), 0.21 W/(m·K) (Burns
    /// 43:909, 2017). Range 1.2e-3–1.8e-3.
    private static final double EPIDERMIS = (0.5 * (0.17e-3 + 0.30e-3) + 0.08e-3) / 0.21;
    /// What a table top of 25 mm of wood or particle board, 0.14 W/(m·K), takes from a back through the gap, W/(m²·K): computed in
    /// three dimensions, steady (`WoodenTableVerification`). Range 4.6–6.7 over 18–40 mm and 0.12–0.18 W/(m·K), estimates (docs/heat.md).
    /// Its warmth is not stored: over an hour a table that was cold takes as much as a steady 6.7.
    private static final double WOOD = 5.55;
    /// Cloth and the air in it, W/(m²·K); estimate.
    private static final double CLOTH = 4;
    /// Skin side of a pocket, K; estimate.
    private static final double POCKET_SKIN = 273.15 + 32;
    /// Sun on a windscreen mount, W/m², and the share a screen absorbs; estimate.
    private static final double SUN = 800 * 0.9;
    /// Charger plate through air and plastic, W/(m²·K), and its temperature, K; estimate.
    private static final double PLATE = 15;

    private static final double PLATE_TEMPERATURE = 273.15 + 35;
    /// A hand holds the phone tilted; the cosine of 45°.
    private static final double TILTED = Math.sqrt(0.5);

    private static final Exchange.Hand HAND = hand();

    private final String word;

    Posture(String word) {
        this.word = word;
    }

    /// Returns the name used in device files.
    ///
    /// @return the name
    public String word() {
        return word;
    }

    /// Returns the names of all postures.
    ///
    /// @return names as in device files
    public static List<String> words() {
        return Arrays.stream(values()).map(Posture::word).toList();
    }

    /// Finds a posture by its name.
    ///
    /// @param word name as in a device file
    /// @return the posture
    /// @throws IllegalArgumentException when there is none of this name
    public static Posture named(String word) {
        return Arrays.stream(values())
                .filter(p -> p.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no posture named %s; there are %s".formatted(word, String.join(", ", words()))));
    }

    /// Returns what this posture means for a body.
    ///
    /// @param body the phone's body
    /// @return the boundary
    public Boundary boundary(Body body) {
        return new Boundary(word, patches(body));
    }

    private List<Patch> patches(Body body) {
        double flat = body.width() * body.length() / (2 * (body.width() + body.length()));
        var portrait = vertical(body.length(), 1);
        var edge = vertical(body.thickness(), 1);
        return switch (this) {
            case TABLE -> faces(new Exchange.Air(UP, flat, 1, true), new Exchange.Adiabatic(), edge);
            case WOODEN_TABLE ->
                faces(new Exchange.Air(UP, flat, 1, true), new Exchange.Film(WOOD, Double.NaN, false), edge);
            case STAND -> faces(portrait, portrait, edge);
            case FREE_FLAT ->
                faces(new Exchange.Air(UP, flat, 1, true), new Exchange.Air(DOWN, flat, 1, true), edge);
            case HAND_PORTRAIT -> {
                var tilted = vertical(body.length(), TILTED);
                var all = new ArrayList<>(faces(tilted, tilted, edge));
                all.add(new Patch(BACK, 0, 1, 0.65, 1, HAND));
                all.add(Patch.whole(LEFT, HAND));
                all.add(Patch.whole(RIGHT, HAND));
                yield all;
            }
            case HAND_LANDSCAPE_GAME -> {
                var tilted = vertical(body.width(), TILTED);
                var all = new ArrayList<>(faces(tilted, tilted, edge));
                all.add(new Patch(BACK, 0, 1, 0, 0.15, HAND));
                all.add(new Patch(BACK, 0, 1, 0.85, 1, HAND));
                all.add(Patch.whole(TOP, HAND));
                all.add(Patch.whole(BOTTOM, HAND));
                yield all;
            }
            case POCKET -> {
                var skin = new Exchange.Film(CLOTH, POCKET_SKIN, false);
                var cloth = new Exchange.Film(CLOTH, Double.NaN, false);
                yield faces(cloth, skin, cloth);
            }
            case CAR_MOUNT_SUN -> faces(new Exchange.Sun(SUN, portrait), portrait, edge);
            case CRADLE ->
                faces(new Exchange.Air(UP, flat, 1, true), new Exchange.Film(PLATE, PLATE_TEMPERATURE, false), edge);
        };
    }

    private static Exchange.Hand hand() {
        double growth = Math.log(2) / DOUBLES;
        double flow = BLOOD_DENSITY * FLOW * Math.exp(growth * (BLOOD - NEUTRAL));
        return new Exchange.Hand(EPIDERMIS, Math.sqrt(TISSUE * flow), growth, BLOOD);
    }

    private static Exchange.Air vertical(double height, double gravity) {
        return new Exchange.Air(VERTICAL, height, gravity, true);
    }

    private static List<Patch> faces(Exchange front, Exchange back, Exchange edges) {
        return List.of(
                Patch.whole(FRONT, front),
                Patch.whole(BACK, back),
                Patch.whole(LEFT, edges),
                Patch.whole(RIGHT, edges),
                Patch.whole(TOP, edges),
                Patch.whole(BOTTOM, edges));
    }
}
