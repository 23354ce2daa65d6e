// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PictureReportTest {

    @Test
    @DisplayName("one well-formed drawing with front, back, bar and verdict, whatever the names")
    void picture() throws Exception {
        var outcome = Fixture.report(Fixture.HOSTILE).outcome();
        var svg = PictureReport.svg(outcome, "record-4k30");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagName("svg").getLength()).isEqualTo(4);
        assertThat(xml.getElementsByTagName("image").getLength()).isEqualTo(3);
        assertThat(svg).contains("Tight. Highest skin: front 43.1 °C at (33, 32) mm.", "3.83 W for 60 min, held: table, ambient 24.0 °C");
        assertThatThrownBy(() -> PictureReport.svg(outcome, "nap")).hasMessageContaining("no run of a workload named nap");
    }
}
