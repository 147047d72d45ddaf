package io.eidroutes.smev;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The multiples of a point for the comb method (Lim and Lee, 1994): the bits of a factor are laid out in rows, and each
 * column picks one entry, the sum of the point's powers at the set bits. Two factors share the doublings. Not for
 * secret factors: which entries are read depends on them.
 */
final class CombTable {

    private static final int ROWS = 8;

    private final ECPoint[] sums;
    private final int columns;

    private CombTable(ECPoint[] sums, int columns) {
        this.sums = sums;
        this.columns = columns;
    }

    /** @param bits length of the factors, in bits */
    static CombTable of(ECPoint point, int bits) {
        int columns = (bits + ROWS - 1) / ROWS;
        ECPoint[] rows = new ECPoint[ROWS];
        rows[0] = point;
        for (int row = 1; row < ROWS; row++) {
            rows[row] = rows[row - 1].timesPow2(columns);
        }
        point.getCurve().normalizeAll(rows);
        ECPoint[] sums = new ECPoint[1 << ROWS];
        sums[0] = point.getCurve().getInfinity();
        for (int row = 0; row < ROWS; row++) {
            for (int lower = 0; lower < 1 << row; lower++) {
                sums[(1 << row) + lower] = sums[lower].add(rows[row]);
            }
        }
        // Adding a point with the third coordinate 1 takes less.
        point.getCurve().normalizeAll(sums);
        return new CombTable(sums, columns);
    }

    /** {@code a} times the point of the first table and {@code b} times that of the second, of the same curve. */
    static ECPoint sum(CombTable first, BigInteger a, CombTable second, BigInteger b) {
        ECPoint sum = first.sums[0];
        for (int column = first.columns - 1; column >= 0; column--) {
            sum = sum.twicePlus(first.entry(a, column)).add(second.entry(b, column));
        }
        return sum;
    }

    private ECPoint entry(BigInteger factor, int column) {
        int index = 0;
        for (int row = ROWS - 1; row >= 0; row--) {
            index = index << 1 | (factor.testBit(column + row * columns) ? 1 : 0);
        }
        return sums[index];
    }
}
