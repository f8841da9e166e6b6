package io.reportstream.processor.extract;

import java.math.BigDecimal;

/**
 * A number as printed, without its unit.
 *
 * @param start span in the text
 * @param value worked out, multipliers included
 * @param scale what the printed multiplier (万, 亿) behind Arabic digits stands for; 1 without one
 * @param more whether 多 or 余 is inside or glued behind
 * @param about whether 几 or 数 makes it a rough number
 * @param chinese whether it is printed in Chinese characters alone
 */
record Numeral(int start, int end, BigDecimal value, BigDecimal scale, boolean more, boolean about, boolean chinese) {
    Numeral times(BigDecimal by) {
        return new Numeral(start, end, value.multiply(by), scale.multiply(by), more, about, chinese);
    }
}
