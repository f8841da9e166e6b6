package io.reportstream.standalone.demo;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal, where a Chinese character takes two columns. */
final class TextTable {
    private static final String GAP = "  ";
    private static final String CUT = "…";

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widest;

    /** @param widest of each column, in terminal columns; what is longer is cut */
    TextTable(List<String> header, int... widest) {
        if (widest.length != header.size()) {
            throw new IllegalArgumentException("one width for each column");
        }
        this.widest = widest.clone();
        rows.add(header);
    }

    TextTable add(Object... cells) {
        if (cells.length != widest.length) {
            throw new IllegalArgumentException("one cell for each column");
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString().replaceAll("\\s+", " "))
                .toList());
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        int[] widths = new int[widest.length];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Math.min(width(row.get(column)), widest[column]));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = cut(row.get(column), widths[column]);
                line.append(cell)
                        .append(" ".repeat(widths[column] - width(cell)))
                        .append(GAP);
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = width(CUT);
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append(CUT).toString();
    }

    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.FULLWIDTH, UCharacter.EastAsianWidth.WIDE -> 2;
            default -> 1;
        };
    }
}
