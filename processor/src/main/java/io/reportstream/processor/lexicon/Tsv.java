package io.reportstream.processor.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table on the class path: UTF-8, columns separated by tabs, names of the columns in the first row.
 *
 * <p>Blank lines and lines that begin with {@code #} are left out. Cells carry no surrounding white space; missing cells at
 * the end of a row are empty.
 */
public final class Tsv {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> columns;
    private final String name;

    private Tsv(String name, String content) {
        this.name = name;
        List<String> header = null;
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (header == null) {
                header = cells;
                requireHeader(header, number);
            } else {
                rows.add(new Row(number, cells, header.size()));
            }
        }
        if (header == null) {
            throw new IllegalStateException(name + ": no header row");
        }
        columns = header;
    }

    private void requireHeader(List<String> header, int line) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (column.isBlank() || !seen.add(column)) {
                throw new IllegalStateException(name + ":" + line + ": empty or repeated column name");
            }
        }
    }

    /**
     * Reads a table.
     *
     * @param resource path from the root of the class path, such as {@code lexicon/units.tsv}
     * @throws IllegalStateException naming file and line, if the table is missing or malformed
     */
    public static Tsv load(String resource) {
        try (InputStream in = Tsv.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Reads {@code content} as {@link #load} would; {@code name} stands in error messages. */
    static Tsv parse(String name, String content) {
        return new Tsv(name, content);
    }

    /** In the order of the file. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** A row, which knows its line. */
    public final class Row {
        private final int line;
        private final List<String> cells;

        private Row(int line, List<String> cells, int columns) {
            this.line = line;
            this.cells = cells;
            if (cells.size() > columns) {
                throw error(cells.size() + " cells under " + columns + " columns");
            }
            for (String cell : cells) {
                if (!cell.equals(cell.strip())) {
                    throw error("white space around \"" + cell + "\"");
                }
            }
        }

        /**
         * The cell of a column, which may be empty.
         *
         * @throws IllegalStateException if the table has no such column
         */
        public String cell(String column) {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw error("no column " + column);
            }
            return at < cells.size() ? cells.get(at) : "";
        }

        /**
         * The cell of a column.
         *
         * @throws IllegalStateException if it is empty
         */
        public String text(String column) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                throw error("empty " + column);
            }
            return cell;
        }

        /**
         * The number in a column.
         *
         * @throws IllegalStateException if the cell is no decimal number
         */
        public BigDecimal decimal(String column) {
            try {
                return new BigDecimal(text(column));
            } catch (NumberFormatException e) {
                throw error("not a number in " + column, e);
            }
        }

        /**
         * The constant of {@code type} that a column names.
         *
         * @throws IllegalStateException if there is no such constant
         */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            try {
                return Enum.valueOf(type, text(column));
            } catch (IllegalArgumentException e) {
                throw error("no " + type.getSimpleName() + " in " + column, e);
            }
        }

        /** An exception that names file and line, to be thrown by whoever finds the row wrong. */
        public IllegalStateException error(String message) {
            return new IllegalStateException(name + ":" + line + ": " + message);
        }

        private IllegalStateException error(String message, Exception cause) {
            return new IllegalStateException(name + ":" + line + ": " + message, cause);
        }
    }
}
