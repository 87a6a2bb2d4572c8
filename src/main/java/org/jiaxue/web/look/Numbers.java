package org.jiaxue.web.look;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as SVG attributes take them: a point, at most two decimals, no exponent. */
final class Numbers {
    private Numbers() {}

    static String plain(double value) {
        var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
