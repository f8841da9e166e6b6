package io.reportstream.sink.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Binds rows as one array per column, in the order of the calls: the arguments of {@code unnest}. */
final class Columns<R> {
    private final PreparedStatement statement;
    private final List<R> rows;
    private int index;

    private Columns(PreparedStatement statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    static <R> Columns<R> of(PreparedStatement statement, List<R> rows) {
        return new Columns<>(statement, rows);
    }

    /** Any value whose {@code toString} PostgreSQL reads, such as times, dates and enums. */
    Columns<R> text(Function<R, @Nullable Object> column) throws SQLException {
        return bind(
                "text",
                rows.stream()
                        .map(row -> {
                            Object value = column.apply(row);
                            return value == null ? null : StorableText.of(value.toString());
                        })
                        .toArray(String[]::new));
    }

    Columns<R> integer(ToIntFunction<R> column) throws SQLException {
        return bind("int4", rows.stream().map(column::applyAsInt).toArray(Integer[]::new));
    }

    Columns<R> integerOrNull(Function<R, @Nullable Integer> column) throws SQLException {
        return bind("int4", rows.stream().map(column).toArray(Integer[]::new));
    }

    Columns<R> bigint(ToLongFunction<R> column) throws SQLException {
        return bind("int8", rows.stream().map(column::applyAsLong).toArray(Long[]::new));
    }

    Columns<R> bigintOrNull(Function<R, @Nullable Long> column) throws SQLException {
        return bind("int8", rows.stream().map(column).toArray(Long[]::new));
    }

    Columns<R> real(ToDoubleFunction<R> column) throws SQLException {
        return bind("float8", rows.stream().map(column::applyAsDouble).toArray(Double[]::new));
    }

    Columns<R> numeric(Function<R, @Nullable BigDecimal> column) throws SQLException {
        return bind("numeric", rows.stream().map(column).toArray(BigDecimal[]::new));
    }

    Columns<R> bytes(Function<R, byte[]> column) throws SQLException {
        return bind("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private Columns<R> bind(String type, Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
