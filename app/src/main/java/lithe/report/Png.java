// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Pictures of temperatures as PNG with the palette of [ColourScale], without the AWT and its fonts.
///
/// W3C, PNG specification, second edition: colour type 3, eight bits; the last colour of the palette is clear.
final class Png {

    static final byte CLEAR = (byte) ColourScale.COLOURS;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    /// Where a picture is drawn and where it stays clear.
    @FunctionalInterface
    interface Mask {

        /// Tells whether a place belongs to the picture.
        boolean covers(double x, double y);
    }

    /// Draws a relief over its whole extent.
    static byte[] of(Relief relief, ColourScale scale, Mask mask, int width, int height) {
        var pixels = new byte[width * height];
        double[] x = middles(relief.x(), width), y = middles(relief.y(), height);
        for (int j = 0; j < height; j++) {
            double[] row = relief.row(x, y[j]);
            for (int i = 0; i < width; i++) {
                boolean clear = Double.isNaN(row[i]) || !mask.covers(x[i], y[j]);
                pixels[i + width * j] = clear ? CLEAR : (byte) scale.index(row[i]);
            }
        }
        return encoded(pixels, width, height);
    }

    private static double[] middles(double[] nodes, int count) {
        var middles = new double[count];
        double from = nodes[0], step = (nodes[nodes.length - 1] - from) / count;
        for (int i = 0; i < count; i++) {
            middles[i] = from + (i + 0.5) * step;
        }
        return middles;
    }

    /// Draws the scale itself: one row, coldest left.
    static byte[] scale() {
        var pixels = new byte[ColourScale.COLOURS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        return encoded(pixels, pixels.length, 1);
    }

    static String uri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    static byte[] encoded(byte[] pixels, int width, int height) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 3, 0, 0, 0}).array());
        chunk(png, "PLTE", palette());
        chunk(png, "tRNS", opacity());
        chunk(png, "IDAT", smaller(deflated(rows(pixels, width, height, false)), deflated(rows(pixels, width, height, true))));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] palette() {
        var palette = ByteBuffer.allocate(3 * 256);
        for (int colour : ColourScale.colours()) {
            palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return palette.put(new byte[] {-1, -1, -1}).array();
    }

    private static byte[] opacity() {
        var opacity = new byte[256];
        java.util.Arrays.fill(opacity, (byte) 255);
        opacity[ColourScale.COLOURS] = 0;
        return opacity;
    }

    /// Rows with their filter byte: 0 as they are, 2 the difference to the row above.
    private static byte[] rows(byte[] pixels, int width, int height, boolean up) {
        var rows = new byte[(width + 1) * height];
        for (int j = 0; j < height; j++) {
            rows[(width + 1) * j] = (byte) (up ? 2 : 0);
            for (int i = 0; i < width; i++) {
                int above = up && j > 0 ? pixels[i + width * (j - 1)] : 0;
                rows[(width + 1) * j + 1 + i] = (byte) (pixels[i + width * j] - above);
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        deflater.setInput(rows);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] smaller(byte[] one, byte[] two) {
        return one.length <= two.length ? one : two;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array());
    }
}
