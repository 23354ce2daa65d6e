// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes maps, lists, numbers, words and truths as JSON.
///
/// Keys keep the order of their map. A number is rounded to ten significant digits, so that 318.15 K does not become
/// 45.00000000000001 °C; what is not a finite number becomes null.
public final class Json {

    private static final MathContext DIGITS = new MathContext(10);
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /// Returns a document as text.
    ///
    /// @param document keys in the order they are written
    /// @return indented JSON that ends with a line feed
    public static String text(Map<String, ?> document) {
        return MAPPER.writeValueAsString(plain(document)).replace("\r\n", "\n") + "\n";
    }

    /// Returns an object whose keys keep the order in which they are written; those of [Map#of] change from start to start.
    ///
    /// @param keysAndValues key, value, key, value …
    /// @return a new map, to which keys may be added
    public static Map<String, Object> keys(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((key, entry) -> plain.put(String.valueOf(key), plain(entry)));
                yield plain;
            }
            case List<?> list -> list.stream().map(Json::orNull).toList();
            case Double number -> number(number);
            case Float number -> number(number);
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    // Stream.toList() may hold nulls; Stream.map may not be told so.
    @SuppressWarnings("NullAway")
    private static Object orNull(@Nullable Object value) {
        return plain(value);
    }

    private static @Nullable Object number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15 ? (Object) (long) rounded : (Object) rounded;
    }
}
