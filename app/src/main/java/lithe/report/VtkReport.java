// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import lithe.simulation.Field;
import lithe.units.Units;

/// Writes temperature fields in the XML formats of VTK, which ParaView opens: `.vtr` rectilinear grids, `.pvd` in time.
///
/// Lengths are metres, temperatures °C. Arrays stand at the end, in base64, uncompressed: each is its length in bytes as a
/// 64-bit number and then its values, little endian. Cells outside the phone are hidden by `vtkGhostType`.
public final class VtkReport {

    // vtkDataSetAttributes::HIDDENCELL
    private static final byte HIDDEN = 32;

    private VtkReport() {}

    /// A file in a time index.
    ///
    /// @param time s
    /// @param file name of a `.vtr` file beside the index
    public record Frame(double time, String file) {}

    /// Returns a field as a rectilinear grid.
    ///
    /// @param field the field
    /// @return the text of a `.vtr` file
    public static String grid(Field field) {
        var extent = String.format(
                Locale.ROOT, "0 %d 0 %d 0 %d", field.x().length - 1, field.y().length - 1, field.z().length - 1);
        var data = new Appended();
        var body = new StringBuilder();
        body.append("  <RectilinearGrid WholeExtent=\"").append(extent).append("\">\n");
        body.append("    <FieldData>\n").append(names(field.names())).append("    </FieldData>\n");
        body.append("    <Piece Extent=\"").append(extent).append("\">\n");
        body.append("      <CellData Scalars=\"temperature [degC]\">\n");
        body.append(data.array("Float64", "temperature [degC]", celsius(field.temperature())));
        body.append(data.array("Int32", "owner", owners(field.owner())));
        body.append(data.array("UInt8", "vtkGhostType", ghosts(field.temperature())));
        body.append("      </CellData>\n      <Coordinates>\n");
        body.append(data.array("Float64", "x [m]", doubles(field.x())));
        body.append(data.array("Float64", "y [m]", doubles(field.y())));
        body.append(data.array("Float64", "z [m]", doubles(field.z())));
        body.append("      </Coordinates>\n    </Piece>\n  </RectilinearGrid>\n");
        body.append("  <AppendedData encoding=\"base64\">\n    _").append(data.text).append("\n  </AppendedData>\n");
        return file("RectilinearGrid", body.toString());
    }

    /// Returns a time index over grids.
    ///
    /// @param frames by increasing time
    /// @return the text of a `.pvd` file
    public static String index(List<Frame> frames) {
        var body = new StringBuilder("  <Collection>\n");
        for (var frame : frames) {
            body.append("    <DataSet timestep=\"").append(frame.time()).append("\" part=\"0\" file=\"")
                    .append(Markup.escaped(frame.file())).append("\"/>\n");
        }
        return file("Collection", body.append("  </Collection>\n").toString());
    }

    private static String file(String type, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VTKFile type=\"" + type
                + "\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n" + body + "</VTKFile>\n";
    }

    /// Names of the owners: their bytes as numbers, each ended by a zero, as VTK stores strings.
    private static String names(String[] names) {
        var text = new StringBuilder("      <Array type=\"String\" Name=\"owner names\" NumberOfTuples=\"");
        text.append(names.length).append("\" format=\"ascii\">\n        ");
        for (var name : names) {
            for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                text.append(b & 0xff).append(' ');
            }
            text.append("0 ");
        }
        return text.append("\n      </Array>\n").toString();
    }

    private static byte[] celsius(double[] kelvin) {
        var buffer = buffer(8 * kelvin.length);
        for (double value : kelvin) {
            buffer.putDouble(value - Units.ICE);
        }
        return buffer.array();
    }

    private static byte[] doubles(double[] values) {
        var buffer = buffer(8 * values.length);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    private static byte[] owners(int[] values) {
        var buffer = buffer(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] ghosts(double[] temperature) {
        var ghosts = new byte[temperature.length];
        for (int i = 0; i < ghosts.length; i++) {
            ghosts[i] = Double.isNaN(temperature[i]) ? HIDDEN : 0;
        }
        return ghosts;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The arrays at the end of the file, each with its offset.
    private static final class Appended {

        private final StringBuilder text = new StringBuilder();

        String array(String type, String name, byte[] values) {
            int offset = text.length();
            var block = buffer(8 + values.length).putLong(values.length).put(values).array();
            text.append(Base64.getEncoder().encodeToString(block));
            return "        <DataArray type=\"%s\" Name=\"%s\" format=\"appended\" offset=\"%d\"/>\n".formatted(type, name, offset);
        }
    }
}
