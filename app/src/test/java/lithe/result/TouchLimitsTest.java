// SPDX-License-Identifier: Apache-2.0
package lithe.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lithe.result.Verdict.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TouchLimitsTest {

    private static final double ICE = 273.15;

    @Test
    @DisplayName("a class holds from its time up to the next")
    void classesAreSteps() {
        var table = TouchLimits.classes();
        assertThat(table.at("metal", 0.5) - ICE).isCloseTo(70, within(1e-9));
        assertThat(table.at("glass", 9.9) - ICE).isCloseTo(71, within(1e-9));
        assertThat(table.at("plastic", 59) - ICE).isCloseTo(60, within(1e-9));
        for (var material : List.of("metal", "glass", "plastic")) {
            assertThat(table.at(material, 61) - ICE).isCloseTo(48, within(1e-9));
            assertThat(table.at(material, 1e6) - ICE).isCloseTo(43, within(1e-9));
        }
    }

    @Test
    @DisplayName("burn thresholds run straight over the logarithm of time")
    void burnsInterpolateInLogTime() {
        var table = TouchLimits.burns();
        assertThat(table.at("metal", 10) - ICE).isCloseTo(55, within(1e-9));
        // half way between 1 s and 10 s in log time is √10 s
        assertThat(table.at("metal", Math.sqrt(10)) - ICE).isCloseTo(60, within(1e-9));
        assertThat(table.at("glass", 0.1) - ICE).isCloseTo(80, within(1e-9));
        assertThat(table.at("glass", 1e7) - ICE).isCloseTo(43, within(1e-9));
    }

    @Test
    @DisplayName("a table where a longer touch allows more is refused")
    void mustFall() {
        var text = "# name: odd\ncontact,time [s],metal [°C],glass [°C],plastic [°C],grade\na,1,50,50,50,estimate\nb,9,49,51,50,estimate\n";
        assertThatThrownBy(() -> TouchLimits.read(text)).hasMessageContaining("glass does at 9.0 s");
    }

    @Test
    @DisplayName("pass to comfort, tight to the ceiling, fail above; the alarm changes nothing")
    void verdicts() {
        var skin = Verdicts.standard();
        assertThat(skin.skin("skin.back.max", ICE + 43, "glass", "").status()).isEqualTo(Status.PASS);
        assertThat(skin.skin("skin.edge.max", ICE + 42, "metal", "").status()).isEqualTo(Status.TIGHT);
        assertThat(skin.skin("skin.back.max", ICE + 46, "glass", "").status()).isEqualTo(Status.TIGHT);
        assertThat(skin.skin("skin.back.max", skin.ceiling(), "glass", "").status()).isEqualTo(Status.TIGHT);
        var fail = skin.skin("skin.back.max", ICE + 48.01, "plastic", "");
        assertThat(fail.status()).isEqualTo(Status.FAIL);
        assertThat(fail.limit() - ICE).isCloseTo(48, within(1e-9));
        assertThatThrownBy(() -> skin.skin("skin.max", Double.NaN, "glass", "")).hasMessageContaining("cannot be judged");
        assertThatThrownBy(() -> new Verdicts("odd", Map.of("glass", 330.0), 320, 325)).hasMessageContaining("must rise");
    }

    @Test
    @DisplayName("the worst verdict is the worst status, then the one farthest over its limit")
    void worst() {
        var cool = new Verdict("a", Status.PASS, 310, 316, "");
        var tight = new Verdict("b", Status.TIGHT, 317, 316, "");
        var tighter = new Verdict("c", Status.TIGHT, 316.5, 314, "");
        assertThat(Verdicts.worst(List.of(cool, tighter, tight))).contains(tighter);
        assertThat(Verdicts.worstFirst(List.of(cool, tight, tighter))).containsExactly(tighter, tight, cool);
        assertThat(Verdicts.worst(List.of())).isEmpty();
    }
}
