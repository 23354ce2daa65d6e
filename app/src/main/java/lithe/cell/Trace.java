// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.Arrays;

/// What a cell did over time, one row for each moment kept.
public final class Trace {

    /// The columns of a trace, in the order of [Trace#column].
    public enum Column {
        /// Time since the start, s.
        TIME("time [s]"),
        /// Terminal voltage, V.
        VOLTAGE("voltage [V]"),
        /// Current, A; positive in discharge.
        CURRENT("current [A]"),
        /// Cell temperature, K.
        TEMPERATURE("temperature [K]"),
        /// Open-circuit voltage at the mean stoichiometries, V.
        REST_VOLTAGE("open-circuit voltage [V]"),
        /// Plating margin, V.
        MARGIN("plating margin [V]"),
        /// Heat released, W.
        HEAT("heat [W]"),
        /// State of charge, 0 … 1.
        CHARGE("state of charge [-]");

        private final String header;

        Column(String header) {
            this.header = header;
        }

        /// Returns the header of a CSV file, with its unit.
        ///
        /// @return name and unit
        public String header() {
            return header;
        }
    }

    private static final int WIDTH = Column.values().length;

    private double[] rows = new double[WIDTH * 256];
    private int size;
    private int[] starts = {0};

    /// Starts an empty trace.
    public Trace() {}

    void add(double... row) {
        if ((size + 1) * WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        System.arraycopy(row, 0, rows, size * WIDTH, WIDTH);
        size++;
    }

    /// Marks that a new step starts at the next row, so that interpolation does not reach over the jump.
    void mark() {
        if (starts[starts.length - 1] != size) {
            starts = Arrays.copyOf(starts, starts.length + 1);
            starts[starts.length - 1] = size;
        }
    }

    /// Returns the number of rows.
    ///
    /// @return the number of rows
    public int size() {
        return size;
    }

    /// Returns one number.
    ///
    /// @param column which quantity
    /// @param row which row, 0 … size() − 1
    /// @return the value in the column's unit
    public double get(Column column, int row) {
        return rows[row * WIDTH + column.ordinal()];
    }

    /// Returns one quantity over all rows.
    ///
    /// @param column which quantity
    /// @return the values, a new array of length size()
    public double[] column(Column column) {
        var values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = get(column, i);
        }
        return values;
    }

    /// Returns the last value of a quantity.
    ///
    /// @param column which quantity
    /// @return the value in the last row
    public double last(Column column) {
        return get(column, size - 1);
    }

    /// Returns the smallest value of a quantity.
    ///
    /// @param column which quantity
    /// @return the smallest value
    public double least(Column column) {
        return Arrays.stream(column(column)).min().orElse(Double.NaN);
    }

    /// Returns the largest value of a quantity.
    ///
    /// @param column which quantity
    /// @return the largest value
    public double most(Column column) {
        return Arrays.stream(column(column)).max().orElse(Double.NaN);
    }

    /// Returns a quantity between the rows: a cubic through the neighbours inside one step of the protocol.
    ///
    /// @param column which quantity
    /// @param time time, s
    /// @return the value there; the first or last one outside
    public double at(Column column, double time) {
        int i = rowBefore(time);
        if (i < 0) {
            return get(column, 0);
        }
        if (i >= size - 1) {
            return last(column);
        }
        int from = 0;
        int to = size;
        for (int start : starts) {
            if (start <= i) {
                from = start;
            } else if (to == size) {
                to = start;
            }
        }
        if (i + 1 >= to) {
            return get(column, i);
        }
        return cubic(column, i, from, to, time);
    }

    private int rowBefore(double time) {
        int low = -1;
        int high = size;
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (get(Column.TIME, mid) <= time) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private double cubic(Column column, int i, int from, int to, double time) {
        double t0 = get(Column.TIME, i);
        double h = get(Column.TIME, i + 1) - t0;
        double y0 = get(column, i);
        double y1 = get(column, i + 1);
        double rise = (y1 - y0) / h;
        double m0 = i > from ? slope(column, i, rise, h, i - 1) : rise;
        double m1 = i + 2 < to ? slope(column, i + 1, rise, h, i + 2) : rise;
        if (i == from && i + 2 < to) {
            m0 = 2 * rise - m1;
        }
        if (i + 2 >= to && i > from) {
            m1 = 2 * rise - m0;
        }
        double t = (time - t0) / h;
        double s = 1 - t;
        return s * s * ((1 + 2 * t) * y0 + t * h * m0) + t * t * ((1 + 2 * s) * y1 - s * h * m1);
    }

    /// Slope of the parabola through a row, its neighbour in the interval and its neighbour outside.
    private double slope(Column column, int at, double rise, double h, int outside) {
        double g = Math.abs(get(Column.TIME, at) - get(Column.TIME, outside));
        if (g == 0) {
            return rise;
        }
        double other = (get(column, at) - get(column, outside)) / (get(Column.TIME, at) - get(Column.TIME, outside));
        return (g * rise + h * other) / (g + h);
    }
}
