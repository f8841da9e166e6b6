package io.reportstream.processor.clean;

import io.reportstream.contract.Warning;
import java.util.Arrays;
import java.util.List;

/** Text under construction in which every code unit knows the raw span that it came from. */
final class MappedText implements CharSequence {
    private char[] text;
    private int[] start;
    private int[] end;
    private int length;

    MappedText(int capacity) {
        text = new char[capacity];
        start = new int[capacity];
        end = new int[capacity];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return text[index];
    }

    /** The code unit at {@code index}; NUL, which clean text never holds, outside the text. */
    char at(int index) {
        return index >= 0 && index < length ? text[index] : '\0';
    }

    int rawStart(int index) {
        return start[index];
    }

    int rawEnd(int index) {
        return end[index];
    }

    void append(char c, int rawStart, int rawEnd) {
        if (length == text.length) {
            grow(length + 1);
        }
        text[length] = c;
        start[length] = rawStart;
        end[length++] = rawEnd;
    }

    private void grow(int least) {
        int capacity = Math.max(Math.max(16, least), text.length * 2);
        text = Arrays.copyOf(text, capacity);
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
    }

    /** Appends {@code other} from {@code from} to {@code to} with its raw spans. */
    void append(MappedText other, int from, int to) {
        int count = to - from;
        if (length + count > text.length) {
            grow(length + count);
        }
        System.arraycopy(other.text, from, text, length, count);
        System.arraycopy(other.start, from, start, length, count);
        System.arraycopy(other.end, from, end, length, count);
        length += count;
    }

    /** Where {@code c} stands first at or after {@code from}; -1 where it does not. */
    int indexOf(char c, int from) {
        for (int i = from; i < length; i++) {
            if (text[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Appends {@code replacement} for {@code other} from {@code from} to {@code to}. Where the length stays, each code unit
     * keeps its own raw span; else what both have in common at the ends does, and the rest shares one raw span.
     */
    void replace(MappedText other, int from, int to, CharSequence replacement) {
        int head = 0;
        int tail = 0;
        int more = replacement.length() - (to - from);
        if (more != 0) {
            int shorter = Math.min(replacement.length(), to - from);
            while (head < shorter && replacement.charAt(head) == other.text[from + head]) {
                head++;
            }
            while (tail < shorter - head
                    && replacement.charAt(replacement.length() - 1 - tail) == other.text[to - 1 - tail]) {
                tail++;
            }
        }
        for (int i = 0; i < replacement.length(); i++) {
            if (more == 0 || i < head) {
                append(replacement.charAt(i), other.start[from + i], other.end[from + i]);
            } else if (i >= replacement.length() - tail) {
                append(replacement.charAt(i), other.start[from + i - more], other.end[from + i - more]);
            } else if (from + head < to - tail) {
                append(replacement.charAt(i), other.start[from + head], other.end[to - tail - 1]);
            } else {
                int gap = from + head < to ? other.start[from + head] : other.end[to - 1];
                append(replacement.charAt(i), gap, gap);
            }
        }
    }

    void set(int index, char c) {
        text[index] = c;
    }

    /** Cuts the text off after {@code newLength} code units. */
    void truncate(int newLength) {
        length = newLength;
    }

    @Override
    public String subSequence(int from, int to) {
        return new String(text, from, to - from);
    }

    CleanText toCleanText(String raw, List<Warning> warnings) {
        return new CleanText(raw, toString(), Arrays.copyOf(start, length), Arrays.copyOf(end, length), warnings);
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
