package io.reportstream.processor.clean;

import java.text.Normalizer;
import java.util.Arrays;

/** What becomes of a single code unit, and what kind of character it is. */
final class Characters {
    /** Stands in the table for characters that leave nothing behind. */
    static final char DROPPED = '\uFFFF';

    private static final char[] FOLDED = table();

    private Characters() {}

    /**
     * The ASCII form of full-width forms, {@code ' '} and {@code '\n'} for all kinds of white space and line ends,
     * {@link #DROPPED} for what has no meaning, else the code unit itself.
     */
    static char fold(char c) {
        return FOLDED[c];
    }

    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF') || (c >= '\u3400' && c <= '\u4DBF') || c == '〇';
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiAlphanumeric(char c) {
        return isAsciiLetter(c) || isDigit(c);
    }

    private static char[] table() {
        char[] table = new char[65536];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        Arrays.fill(table, 0, 0x20, DROPPED);
        Arrays.fill(table, 0x7F, 0xA0, DROPPED);
        for (char end : "\n\u000B\f\r\u0085\u2028\u2029".toCharArray()) {
            table[end] = '\n';
        }
        // U+FFFD stands where a byte could not be read; nothing can be said about what stood there.
        for (char nothing : "\u00AD\u061C\u180E\uFEFF\uFFFD\uFFF9\uFFFA\uFFFB\uFFFC\uFFFE\uFFFF".toCharArray()) {
            table[nothing] = DROPPED;
        }
        Arrays.fill(table, 0x200B, 0x2010, DROPPED);
        Arrays.fill(table, 0x202A, 0x202F, DROPPED);
        Arrays.fill(table, 0x2060, 0x2070, DROPPED);
        Arrays.fill(table, 0xFE00, 0xFE10, DROPPED);
        Arrays.fill(table, 0xD800, 0xF900, DROPPED); // surrogates are read in pairs; the private use area says nothing
        for (char space : "\t\u00A0\u1680\u202F\u205F\u3000\u3164".toCharArray()) {
            table[space] = ' ';
        }
        Arrays.fill(table, 0x2000, 0x200B, ' ');
        for (char wide = '\uFF01'; wide <= '\uFF5E'; wide++) {
            table[wide] = (char) (wide - 0xFEE0);
        }
        compose(table, 0x2E80, 0x2FE0);
        compose(table, 0x3220, 0x3220);
        compose(table, 0xF900, 0xFB00);
        compose(table, 0xFE50, 0xFE70);
        compose(table, 0xFF61, 0xFFA0);
        table['\uFFE5'] = '\u00A5';
        table['\u2236'] = ':';
        table['\uFE30'] = ':';
        return table;
    }

    /** Radicals, compatibility ideographs and small or half-width forms, as copied out of typeset pages. */
    private static void compose(char[] table, int from, int to) {
        for (int c = from; c < to; c++) {
            String plain = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKC);
            if (plain.length() == 1) {
                table[c] = plain.charAt(0);
            }
        }
    }
}
