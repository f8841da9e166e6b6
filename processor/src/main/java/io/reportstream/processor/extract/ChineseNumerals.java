package io.reportstream.processor.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads 二十三, 两百, 一千二百万, 十余, 几十, 数百, 三点五 and 二十来. */
final class ChineseNumerals {
    /** Longer ones are no quantities. */
    private static final int MAX_LENGTH = 16;

    private final Units units;

    ChineseNumerals(Units units) {
        this.units = units;
    }

    static boolean canStart(char c) {
        return digit(c) >= 0 || ArabicNumerals.multiplier(c) > 0 || c == '几' || c == '数';
    }

    /** 0 to 9, or -1. */
    static int digit(char c) {
        return switch (c) {
            case '零', '〇', '○' -> 0;
            case '一' -> 1;
            case '二', '两' -> 2;
            case '三' -> 3;
            case '四' -> 4;
            case '五' -> 5;
            case '六' -> 6;
            case '七' -> 7;
            case '八' -> 8;
            case '九' -> 9;
            default -> -1;
        };
    }

    /**
     * The numeral at {@code from}; null where the characters there make none, such as 万 alone or 一二三四.
     */
    @Nullable
    Numeral read(String text, int from, int limit) {
        long total = 0;
        long section = 0;
        long pending = -1;
        long lastUnit = Long.MAX_VALUE;
        boolean about = false;
        boolean more = false;
        int i = from;
        int end = Math.min(limit, from + MAX_LENGTH);
        for (; i < end; i++) {
            char c = text.charAt(i);
            long unit = ArabicNumerals.multiplier(c);
            if (c == '几' || c == '数') {
                boolean counts = i + 1 < end && ArabicNumerals.multiplier(text.charAt(i + 1)) > 0;
                boolean trails = c == '几' && i > from && text.charAt(i - 1) == '十';
                if ((!counts && !trails) || pending >= 0) {
                    break;
                }
                about = true;
                pending = counts && i == from ? 1 : -1;
                continue;
            }
            if (unit > 0) {
                if (units.standsAt(text, i, limit) && i > from) {
                    break;
                }
                if (unit >= 10_000) {
                    long amount = section + Math.max(pending, 0);
                    boolean lone = amount == 0 && total == 0;
                    boolean all = unit > 10_000 || amount == 0;
                    total = lone ? unit : all ? (total + amount) * unit : total + amount * unit;
                    section = 0;
                    lastUnit = Long.MAX_VALUE;
                } else {
                    if (unit >= lastUnit) {
                        return null;
                    }
                    section += Math.max(pending, pending < 0 ? 1 : pending) * unit;
                    lastUnit = unit;
                }
                pending = -1;
                if (total > 1_000_000_000_000_000L) {
                    return null;
                }
                continue;
            }
            int digit = digit(c);
            if (digit >= 0) {
                if (pending > 0) {
                    return null;
                }
                pending = digit;
                continue;
            }
            if (i > from && !more && ArabicNumerals.isMore(text, i, limit) && pending < 0) {
                more = true;
                continue;
            }
            if (i > from && pending < 0 && ArabicNumerals.isRound(units, text, i, limit)) {
                about = true;
                i++;
            }
            break;
        }
        if (i == from) {
            return null;
        }
        if (pending > 0 && i - 2 >= from && ArabicNumerals.multiplier(text.charAt(i - 2)) >= 100) {
            // 一万五 is short for 一万五千, unlike 一万零五.
            pending *= ArabicNumerals.multiplier(text.charAt(i - 2)) / 10;
        }
        BigDecimal value = BigDecimal.valueOf(total + section + Math.max(pending, 0));
        int decimals = i;
        if (pending >= 0 && i + 1 < end && text.charAt(i) == '点' && digit(text.charAt(i + 1)) >= 0) {
            StringBuilder out = new StringBuilder(value.toPlainString()).append('.');
            for (decimals = i + 1; decimals < end && digit(text.charAt(decimals)) >= 0; decimals++) {
                out.append(digit(text.charAt(decimals)));
            }
            value = new BigDecimal(out.toString());
            long scale = 1;
            while (decimals < end && ArabicNumerals.multiplier(text.charAt(decimals)) >= 10_000 && scale < 10_000_000) {
                scale *= ArabicNumerals.multiplier(text.charAt(decimals++));
            }
            value = value.multiply(BigDecimal.valueOf(scale));
        }
        return new Numeral(from, decimals, value, BigDecimal.ONE, more, about, true);
    }
}
