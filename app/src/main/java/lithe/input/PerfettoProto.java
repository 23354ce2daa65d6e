// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import lithe.input.Rails.Unreadable;

/// Reads the power rails of a trace in Perfetto's own format, which is Protocol Buffers: only the few fields that carry
/// them; everything else is stepped over.
///
/// Numbers of fields from perfetto's public definitions: `Trace.packet` 1; `TracePacket.power_rails` 40,
/// `compressed_packets` 50; `PowerRails.rail_descriptor` 1, `energy_data` 2; `RailDescriptor.index` 1, `rail_name` 2;
/// `EnergyData.index` 1, `timestamp_ms` 2, `energy` 3 (µW·s since boot).
final class PerfettoProto {

    private static final int PACKET = 1, POWER_RAILS = 40, COMPRESSED = 50;
    private static final int VARINT = 0, FIXED64 = 1, BYTES = 2, FIXED32 = 5;

    private final byte[] bytes;
    private final Rails rails = new Rails();
    private final Map<Long, String> names = new HashMap<>();
    private int at;

    private PerfettoProto(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Hears of each field of a message; it must step over the field's value.
    @FunctionalInterface
    private interface Fields {
        void field(int number, int type) throws Unreadable;
    }

    static Rails read(byte[] bytes) throws Unreadable {
        var reader = new PerfettoProto(bytes);
        reader.message(bytes.length, (number, type) -> {
            if (number == PACKET && type == BYTES) {
                reader.message(reader.end(), reader::packet);
            } else {
                reader.skip(type);
            }
        });
        return reader.rails;
    }

    private void packet(int number, int type) throws Unreadable {
        if (number == COMPRESSED) {
            throw new Unreadable("compressed packets" + where(), "a trace recorded without compression");
        }
        if (number == POWER_RAILS && type == BYTES) {
            message(end(), (field, kind) -> {
                if (field == 1 && kind == BYTES) {
                    descriptor();
                } else if (field == 2 && kind == BYTES) {
                    energy();
                } else {
                    skip(kind);
                }
            });
        } else {
            skip(type);
        }
    }

    private void descriptor() throws Unreadable {
        long[] index = {0};
        String[] name = {""};
        message(end(), (field, type) -> {
            if (field == 1 && type == VARINT) {
                index[0] = varint();
            } else if (field == 2 && type == BYTES) {
                int to = end();
                name[0] = new String(bytes, at, to - at, StandardCharsets.UTF_8);
                at = to;
            } else {
                skip(type);
            }
        });
        if (names.size() > Rails.MOST_RAILS) {
            throw new Unreadable("more than %d rails".formatted(Rails.MOST_RAILS), "fewer");
        }
        names.put(index[0], name[0]);
    }

    private void energy() throws Unreadable {
        long[] values = new long[4];
        message(end(), (field, type) -> {
            if (field >= 1 && field <= 3 && type == VARINT) {
                values[field] = varint();
            } else {
                skip(type);
            }
        });
        if (values[2] < 0 || values[3] < 0) {
            throw new Unreadable("a time or energy beyond 2^63" + where(), "smaller numbers");
        }
        rails.add(names.getOrDefault(values[1], "rail " + values[1]), values[2] * 1e-3, values[3]);
    }

    private void message(int to, Fields fields) throws Unreadable {
        while (at < to) {
            long tag = varint();
            long number = tag >>> 3;
            if (number < 1 || number > 536_870_911) {
                throw new Unreadable("a field with the number " + number + where(), "a trace of Perfetto");
            }
            fields.field((int) number, (int) (tag & 7));
            if (at > to) {
                throw new Unreadable("a message that ends within a field" + where(), "a whole trace");
            }
        }
    }

    private void skip(int type) throws Unreadable {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> forward(8);
            case BYTES -> at = end();
            case FIXED32 -> forward(4);
            default -> throw new Unreadable("a field of the unknown type " + type + where(), "a trace of Perfetto");
        }
    }

    private void forward(int count) throws Unreadable {
        if (count > bytes.length - at) {
            throw new Unreadable("the end within a field" + where(), "a whole trace");
        }
        at += count;
    }

    /// Reads a length and returns where what it measures ends.
    private int end() throws Unreadable {
        long length = varint();
        if (length < 0 || length > bytes.length - at) {
            throw new Unreadable("a length of " + Long.toUnsignedString(length) + where(), "at most the " + (bytes.length - at) + " bytes left");
        }
        return at + (int) length;
    }

    private long varint() throws Unreadable {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= bytes.length) {
                throw new Unreadable("the end within a number" + where(), "a whole trace");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << Math.min(shift, 63);
            if (next >= 0) {
                return value;
            }
        }
        throw new Unreadable("a number of more than 10 bytes" + where(), "a trace of Perfetto");
    }

    private String where() {
        return " at byte " + at;
    }
}
