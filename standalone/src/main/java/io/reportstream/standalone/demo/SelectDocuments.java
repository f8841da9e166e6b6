package io.reportstream.standalone.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** One row per stored document, with the number of its sections by label and of its metrics. */
final class SelectDocuments {
    private static final String SQL = """
            select report_id, document_no, title, region, year, genre,
                   achievement_sections, problem_sections, plan_sections, other_sections, metrics
              from document_summary
             order by report_id, document_no
            """;
    private static final int COLUMNS = 11;

    private SelectDocuments() {}

    static TextTable run(Connection connection, Map<String, String> names) throws SQLException {
        TextTable table = new TextTable(
                List.of("report", "doc", "title", "region", "year", "genre", "成绩", "问题", "计划", "其他", "metrics"),
                24,
                3,
                44,
                16,
                4,
                9,
                4,
                4,
                4,
                4,
                7);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                Object[] cells = new Object[COLUMNS];
                for (int column = 0; column < COLUMNS; column++) {
                    cells[column] = rows.getObject(column + 1);
                }
                cells[0] = names.getOrDefault(rows.getString("report_id"), rows.getString("report_id"));
                table.add(cells);
            }
        }
        return table;
    }
}
