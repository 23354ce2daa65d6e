// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.SplittableRandom;

/// A B*-tree of rectangles and its packing: a left child stands right of its parent, a right child above it.
///
/// Source: Chang, Chang, Wu, Wu, "B*-Trees", DAC 2000. Slots form the tree; `block[slot]` says which rectangle stands
/// there, so a swap is two writes. Packing goes once over the tree with the upper contour as a linked list, O(n).
/// Obstacles are jumped over upwards, so the packing stays free of overlap on any board.
final class Tree {

    static final int NONE = -1;

    final int n;
    final int[] parent;
    final int[] left;
    final int[] right;
    final int[] block;
    final boolean[] turned;
    int root;

    private final double[] w;
    private final double[] h;
    /// Places of the last packing, by block.
    final double[] x;

    final double[] y;
    /// Centres of the last packing, by block.
    final double[] centreX;

    final double[] centreY;
    double width;
    double height;

    private final int[] after;
    private final int[] before;
    private final double[] end;
    private final double[] top;
    private final int[] stack;

    /// Obstacles as x0, x1, y0, y1 in turn; may be empty.
    private double[] obstacles = {};

    /// Starts with a chain-free, balanced tree over a random order.
    Tree(double[] w, double[] h, SplittableRandom random) {
        this(w, h, shuffled(w.length, random));
    }

    Tree(double[] w, double[] h, int[] order) {
        n = order.length;
        this.w = w;
        this.h = h;
        parent = new int[n];
        left = new int[n];
        right = new int[n];
        block = order.clone();
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
        for (int i = 0; i < n; i++) {
            parent[i] = (i - 1) / 2;
            left[i] = 2 * i + 1 < n ? 2 * i + 1 : NONE;
            right[i] = 2 * i + 2 < n ? 2 * i + 2 : NONE;
        }
        if (n > 0) {
            parent[0] = NONE;
        }
    }

    void obstacles(double[] x0x1y0y1) {
        obstacles = x0x1y0y1.clone();
    }

    double widthOf(int b) {
        return turned[b] ? h[b] : w[b];
    }

    double heightOf(int b) {
        return turned[b] ? w[b] : h[b];
    }

    /// Places every block; fills x, y, width and height.
    void pack() {
        width = 0;
        height = 0;
        if (n == 0) {
            return;
        }
        int edge = x.length; // the end of the contour, a wall of height 0
        after[edge] = NONE;
        before[edge] = NONE;
        end[edge] = Double.POSITIVE_INFINITY;
        top[edge] = 0;
        int depth = 0;
        stack[depth++] = root;
        while (depth > 0) {
            int slot = stack[--depth];
            int b = block[slot];
            int up = parent[slot];
            if (up == NONE) {
                place(b, 0, edge);
            } else {
                int p = block[up];
                boolean beside = left[up] == slot;
                place(b, beside ? x[p] + widthOf(p) : x[p], beside ? after[p] : p);
            }
            if (right[slot] != NONE) {
                stack[depth++] = right[slot];
            }
            if (left[slot] != NONE) {
                stack[depth++] = left[slot];
            }
        }
    }

    private void place(int b, double from, int first) {
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
        if (obstacles.length > 0) {
            floor = clear(from, to, floor, bh);
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
        width = Math.max(width, to);
        height = Math.max(height, top[b]);
    }

    private double clear(double x0, double x1, double floor, double bh) {
        double y0 = floor;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < obstacles.length; i += 4) {
                if (x0 < obstacles[i + 1] && x1 > obstacles[i] && y0 < obstacles[i + 3] && y0 + bh > obstacles[i + 2]) {
                    y0 = obstacles[i + 3];
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
            root = child;
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
    void copyFrom(Tree other) {
        System.arraycopy(other.parent, 0, parent, 0, n);
        System.arraycopy(other.left, 0, left, 0, n);
        System.arraycopy(other.right, 0, right, 0, n);
        System.arraycopy(other.block, 0, block, 0, n);
        System.arraycopy(other.turned, 0, turned, 0, turned.length);
        root = other.root;
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
