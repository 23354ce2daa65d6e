// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A B*-tree of rectangles for each face and its packing: a left child stands right of its parent, a right child above.
///
/// Source: Chang, Chang, Wu, Wu, "B*-Trees", DAC 2000. Slots form the tree; `block[slot]` says which rectangle stands
/// there, so a swap is two writes. Packing goes once over the tree with the upper contour as a linked list, O(n).
/// Obstacles are jumped over upwards, so the packing stays free of overlap on any board; a block of a later face treats
/// what it would hit across the gap between boards as an obstacle too.
final class Forest {

    static final int NONE = -1;

    final int n;
    final int[] parent;
    final int[] left;
    final int[] right;
    final int[] block;
    final boolean[] turned;
    final int[] root;
    /// Face of each block in the last packing.
    final int[] face;

    private final double[] w;
    private final double[] h;
    /// Places of the last packing, by block.
    final double[] x;

    final double[] y;
    /// Centres of the last packing, by block.
    final double[] centreX;

    final double[] centreY;
    final double[] width;
    final double[] height;

    private final int[] after;
    private final int[] before;
    private final double[] end;
    private final double[] top;
    private final int[] stack;

    /// Obstacles of each face as x0, x1, y0, y1 in turn; may be empty.
    private final double[][] obstacles;

    private final Facing facing;

    /// Which blocks must not lie over each other on two faces that look at each other.
    interface Facing {
        /// Returns the face that was packed before and looks at this one, or -1.
        int of(int face);

        /// Tells whether two blocks are too tall to face each other.
        boolean clash(int a, int b);
    }

    private static final Facing NOTHING = new Facing() {
        @Override
        public int of(int face) {
            return NONE;
        }

        @Override
        public boolean clash(int a, int b) {
            return false;
        }
    };

    /// Starts with one balanced tree over a random order.
    Forest(double[] w, double[] h, SplittableRandom random) {
        this(w, h, new int[][] {shuffled(w.length, random)}, new double[1][0], NOTHING);
    }

    /// Starts with a balanced tree on each face.
    ///
    /// @param w width of each block
    /// @param h height of each block
    /// @param order blocks of each face
    /// @param obstacles obstacles of each face
    /// @param facing what may not lie over each other
    Forest(double[] w, double[] h, int[][] order, double[][] obstacles, Facing facing) {
        n = Arrays.stream(order).mapToInt(o -> o.length).sum();
        this.obstacles = obstacles;
        this.facing = facing;
        root = new int[order.length];
        width = new double[order.length];
        height = new double[order.length];
        face = new int[w.length];
        this.w = w;
        this.h = h;
        parent = new int[n];
        left = new int[n];
        right = new int[n];
        block = new int[n];
        turned = new boolean[w.length];
        x = new double[w.length];
        y = new double[w.length];
        centreX = new double[w.length];
        centreY = new double[w.length];
        after = new int[w.length + 1];
        before = new int[w.length + 1];
        end = new double[w.length + 1];
        top = new double[w.length + 1];
        stack = new int[n + 1];
        int first = 0;
        for (int f = 0; f < order.length; f++) {
            int m = order[f].length;
            for (int i = 0; i < m; i++) {
                block[first + i] = order[f][i];
                parent[first + i] = i == 0 ? NONE : first + (i - 1) / 2;
                left[first + i] = 2 * i + 1 < m ? first + 2 * i + 1 : NONE;
                right[first + i] = 2 * i + 2 < m ? first + 2 * i + 2 : NONE;
            }
            root[f] = m > 0 ? first : NONE;
            first += m;
        }
    }

    double widthOf(int b) {
        return turned[b] ? h[b] : w[b];
    }

    double heightOf(int b) {
        return turned[b] ? w[b] : h[b];
    }

    /// Places every block of every face.
    void pack() {
        if (root.length > 1) {
            Arrays.fill(face, NONE); // a block that changed its face must not be met where it was
        }
        for (int f = 0; f < root.length; f++) {
            pack(f);
        }
    }

    private void pack(int f) {
        width[f] = 0;
        height[f] = 0;
        if (root[f] == NONE) {
            return;
        }
        int edge = x.length; // the end of the contour, a wall of height 0
        after[edge] = NONE;
        before[edge] = NONE;
        end[edge] = Double.POSITIVE_INFINITY;
        top[edge] = 0;
        int depth = 0;
        stack[depth++] = root[f];
        while (depth > 0) {
            int slot = stack[--depth];
            int b = block[slot];
            int up = parent[slot];
            face[b] = f;
            if (up == NONE) {
                place(f, b, 0, edge);
            } else {
                int p = block[up];
                boolean beside = left[up] == slot;
                place(f, b, beside ? x[p] + widthOf(p) : x[p], beside ? after[p] : p);
            }
            if (right[slot] != NONE) {
                stack[depth++] = right[slot];
            }
            if (left[slot] != NONE) {
                stack[depth++] = left[slot];
            }
        }
    }

    private void place(int f, int b, double from, int first) {
        double bw = turned[b] ? h[b] : w[b];
        double bh = turned[b] ? w[b] : h[b];
        double to = from + bw;
        int previous = before[first];
        int c = first;
        double floor = 0;
        while (end[c] <= to) {
            floor = Math.max(floor, top[c]);
            c = after[c];
        }
        double start = before[c] == NONE ? 0 : end[before[c]];
        if (start < to) {
            floor = Math.max(floor, top[c]);
        }
        int across = facing.of(f);
        if (obstacles[f].length > 0 || across != NONE) {
            floor = clear(f, across, b, from, to, floor, bh);
        }
        x[b] = from;
        y[b] = floor;
        centreX[b] = from + bw / 2;
        centreY[b] = floor + bh / 2;
        end[b] = to;
        top[b] = floor + bh;
        before[b] = previous;
        after[b] = c;
        before[c] = b;
        if (previous != NONE) {
            after[previous] = b;
        }
        width[f] = Math.max(width[f], to);
        height[f] = Math.max(height[f], top[b]);
    }

    private double clear(int f, int across, int b, double x0, double x1, double floor, double bh) {
        double[] blocked = obstacles[f];
        double y0 = floor;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < blocked.length; i += 4) {
                if (x0 < blocked[i + 1] && x1 > blocked[i] && y0 < blocked[i + 3] && y0 + bh > blocked[i + 2]) {
                    y0 = blocked[i + 3];
                    moved = true;
                }
            }
            for (int c = 0; across != NONE && c < x.length; c++) {
                if (face[c] == across
                        && x0 < x[c] + widthOf(c)
                        && x1 > x[c]
                        && y0 < y[c] + heightOf(c)
                        && y0 + bh > y[c]
                        && facing.clash(b, c)) {
                    y0 = y[c] + heightOf(c);
                    moved = true;
                }
            }
        }
        return y0;
    }

    void turn(int slot) {
        turned[block[slot]] ^= true;
    }

    void swap(int a, int b) {
        int held = block[a];
        block[a] = block[b];
        block[b] = held;
    }

    /// Takes the block of a slot out and hangs it somewhere else.
    void move(int slot, SplittableRandom random) {
        int free = remove(slot, random);
        for (int f = 0; f < root.length; f++) {
            if (root[f] == NONE && random.nextInt(4) == 0) {
                root[f] = free;
                parent[free] = NONE;
                left[free] = NONE;
                right[free] = NONE;
                return;
            }
        }
        int to = random.nextInt(n - 1);
        if (to >= free) {
            to++;
        }
        insert(free, to, random.nextBoolean(), random.nextBoolean());
    }

    /// Empties a slot by moving descendants up; returns the slot that is now free and outside the tree.
    private int remove(int slot, SplittableRandom random) {
        int s = slot;
        int held = block[slot];
        while (left[s] != NONE && right[s] != NONE) {
            int child = random.nextBoolean() ? left[s] : right[s];
            block[s] = block[child];
            s = child;
        }
        int child = left[s] != NONE ? left[s] : right[s];
        int up = parent[s];
        if (child != NONE) {
            parent[child] = up;
        }
        if (up == NONE) {
            for (int f = 0; f < root.length; f++) {
                root[f] = root[f] == s ? child : root[f];
            }
        } else if (left[up] == s) {
            left[up] = child;
        } else {
            right[up] = child;
        }
        block[s] = held;
        return s;
    }

    private void insert(int s, int at, boolean beside, boolean keepSide) {
        int child = beside ? left[at] : right[at];
        if (beside) {
            left[at] = s;
        } else {
            right[at] = s;
        }
        parent[s] = at;
        left[s] = keepSide == beside ? child : NONE;
        right[s] = keepSide == beside ? NONE : child;
        if (child != NONE) {
            parent[child] = s;
        }
    }

    /// Copies the shape and the turns, not the places.
    void copyFrom(Forest other) {
        System.arraycopy(other.parent, 0, parent, 0, n);
        System.arraycopy(other.left, 0, left, 0, n);
        System.arraycopy(other.right, 0, right, 0, n);
        System.arraycopy(other.block, 0, block, 0, n);
        System.arraycopy(other.turned, 0, turned, 0, turned.length);
        System.arraycopy(other.root, 0, root, 0, root.length);
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
