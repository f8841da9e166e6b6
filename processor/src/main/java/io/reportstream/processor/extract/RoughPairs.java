package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads two digits side by side that bound a quantity: 七八百件, 两三万元, 三五家. */
final class RoughPairs {
    private final Units units;

    RoughPairs(Units units) {
        this.units = units;
    }

    @Nullable
    Quantity at(String text, int from, int end) {
        if (from + 2 >= end || (from > 0 && "第十百千万零".indexOf(text.charAt(from - 1)) >= 0)) {
            return null;
        }
        int low = ChineseNumerals.digit(text.charAt(from));
        int high = ChineseNumerals.digit(text.charAt(from + 1));
        boolean neighbours = low > 0 && (high == low + 1 || (low == 3 && high == 5));
        if (!neighbours) {
            return null;
        }
        long scale = 1;
        int at = from + 2;
        while (at < end
                && at < from + 4
                && ArabicNumerals.multiplier(text.charAt(at)) > 0
                && !units.standsAt(text, at, end)) {
            scale *= ArabicNumerals.multiplier(text.charAt(at++));
        }
        Units.Match unit = units.at(text, at, end);
        boolean counts = unit != null
                && unit.unit().kind() != Unit.Kind.NONE
                && unit.unit().kind() != Unit.Kind.TIME
                && !QuantityReader.countsOff(unit.unit());
        return counts
                ? new Quantity(
                        from,
                        unit.end(),
                        BigDecimal.valueOf(low * scale),
                        BigDecimal.valueOf(high * scale),
                        unit.unit().measure(),
                        unit.unit().kind(),
                        Qualifier.RANGE,
                        false,
                        true)
                : null;
    }
}
