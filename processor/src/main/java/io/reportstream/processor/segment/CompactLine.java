package io.reportstream.processor.segment;

/** A stretch of text without its spaces, so that 索 引 号 reads as 索引号, and the way back. */
final class CompactLine {
    private final StringBuilder text = new StringBuilder();
    private final int[] origin;

    CompactLine(String source, int from, int to) {
        origin = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            if (source.charAt(i) != ' ') {
                origin[text.length()] = i;
                text.append(source.charAt(i));
            }
        }
        origin[text.length()] = to;
    }

    String text() {
        return text.toString();
    }

    /** Where the code unit at {@code index} stands in the source; the end of the stretch for the end. */
    int origin(int index) {
        return origin[index];
    }

    /** Where the source goes on behind the code unit before {@code index}. */
    int originAfter(int index) {
        return index == 0 ? origin[0] : origin[index - 1] + 1;
    }

    /** Whether a space stands before the code unit at {@code index}. */
    boolean spaceBefore(int index) {
        return index > 0 && origin[index] - origin[index - 1] > 1;
    }
}
