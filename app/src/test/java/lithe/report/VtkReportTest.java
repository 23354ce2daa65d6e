// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import lithe.simulation.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class VtkReportTest {

    private static final Field FIELD = Fixture.report().outcome().runs().getFirst().field();

    @Test
    @DisplayName("a grid comes back: extent, edges, temperatures, owners, hidden cells")
    void roundTrip() throws Exception {
        var xml = parsed(VtkReport.grid(FIELD));
        var piece = (Element) xml.getElementsByTagName("Piece").item(0);
        int nx = FIELD.x().length - 1, ny = FIELD.y().length - 1, nz = FIELD.z().length - 1;
        assertThat(piece.getAttribute("Extent")).isEqualTo("0 %d 0 %d 0 %d".formatted(nx, ny, nz));
        var x = array(xml, "x [m]").asDoubleBuffer();
        assertThat(IntStream.range(0, x.remaining()).mapToDouble(x::get).toArray()).containsExactly(FIELD.x());
        var temperature = array(xml, "temperature [degC]").asDoubleBuffer();
        var owner = array(xml, "owner").asIntBuffer();
        var ghost = array(xml, "vtkGhostType");
        assertThat(temperature.remaining()).isEqualTo(nx * ny * nz);
        for (int c = 0; c < nx * ny * nz; c++) {
            boolean outside = Double.isNaN(FIELD.temperature()[c]);
            assertThat(ghost.get(c)).isEqualTo((byte) (outside ? 32 : 0));
            assertThat(owner.get(c)).isEqualTo(FIELD.owner()[c]);
            if (!outside) {
                assertThat(temperature.get(c) + 273.15).isCloseTo(FIELD.temperature()[c], within(1e-10));
            }
        }
    }

    @Test
    @DisplayName("a time index names its files and escapes them")
    void index() throws Exception {
        var xml = parsed(VtkReport.index(List.of(new VtkReport.Frame(0, "a.vtr"), new VtkReport.Frame(60, "b&\"<.vtr"))));
        var second = (Element) xml.getElementsByTagName("DataSet").item(1);
        assertThat(second.getAttribute("timestep")).isEqualTo("60.0");
        assertThat(second.getAttribute("file")).isEqualTo("b&\"<.vtr");
    }

    private static Document parsed(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ByteBuffer array(Document xml, String name) {
        var arrays = xml.getElementsByTagName("DataArray");
        var array = IntStream.range(0, arrays.getLength())
                .mapToObj(i -> (Element) arrays.item(i))
                .filter(e -> e.getAttribute("Name").equals(name))
                .findFirst()
                .orElseThrow();
        var appended = xml.getElementsByTagName("AppendedData").item(0).getTextContent().strip().substring(1);
        int from = Integer.parseInt(array.getAttribute("offset"));
        // blocks need not end with a padding sign: read the length first, then exactly its characters
        long bytes = ByteBuffer.wrap(Base64.getDecoder().decode(appended.substring(from, from + 12)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        int characters = (int) ((8 + bytes + 2) / 3 * 4);
        var block = Base64.getDecoder().decode(appended.substring(from, from + characters));
        return ByteBuffer.wrap(block, 8, (int) bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
