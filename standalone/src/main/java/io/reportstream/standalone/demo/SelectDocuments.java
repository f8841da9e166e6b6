package io.reportstream.standalone.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row per stored document, with the number of its sections by label and of its metrics. */
final class SelectDocuments {
    private static final String SQL = """
            select d.report_id, d.document_no, d.title, d.region, d.year, d.genre,
                   count(s.section_no) filter (where s.label = 'ACHIEVEMENT') as achievements,
                   count(s.section_no) filter (where s.label = 'PROBLEM') as problems,
                   count(s.section_no) filter (where s.label = 'PLAN') as plans,
                   count(s.section_no) filter (where s.label = 'OTHER') as others,
                   (select count(*) from metric m
                     where m.report_id = d.report_id and m.document_no = d.document_no) as metrics
              from document d
              left join section s on s.report_id = d.report_id and s.document_no = d.document_no
             group by d.report_id, d.document_no
             order by d.report_id, d.document_no
            """;

    private SelectDocuments() {}

    static TextTable run(Connection connection) throws SQLException {
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
        try (PreparedStatement select = connection.prepareStatement(SQL)) {
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Object[] cells = new Object[11];
                    for (int column = 0; column < cells.length; column++) {
                        cells[column] = rows.getObject(column + 1);
                    }
                    table.add(cells);
                }
            }
        }
        return table;
    }
}
