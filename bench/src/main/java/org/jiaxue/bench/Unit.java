package org.jiaxue.bench;

import java.util.Arrays;

/** What a figure counts, and which way it is better. */
public enum Unit {
    PER_SECOND("1/s", true, 0),
    MILLISECONDS("ms", false, 2),
    SECONDS("s", false, 2),
    /** Of a million bytes. */
    MEGABYTES("MB", false, 0);

    private final String sign;
    private final boolean moreIsBetter;
    private final int decimals;

    Unit(String sign, boolean moreIsBetter, int decimals) {
        this.sign = sign;
        this.moreIsBetter = moreIsBetter;
        this.decimals = decimals;
    }

    public static Unit of(String sign) {
        return Arrays.stream(values())
                .filter(it -> it.sign.equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit " + sign));
    }

    String sign() {
        return sign;
    }

    int decimals() {
        return decimals;
    }

    /** How good something is beside how good it was: 1 as good, 0.5 half as good. */
    double part(double now, double then) {
        return moreIsBetter ? now / then : then / now;
    }
}
