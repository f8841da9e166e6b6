package io.reportstream.standalone.local;

import io.reportstream.service.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the database of a running stream. */
final class Store {
    private final Map<String, Object> settings;

    Store(Settings settings) {
        this.settings = settings.passThrough("store.");
    }

    /** The first row of the answer, its values as text. */
    List<String> row(String query, Object... parameters) {
        List<List<String>> rows = rows(query, parameters);
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    List<List<String>> rows(String query, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(text("jdbc.url"), text("user"), text("password"));
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<List<String>> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        row.add(rows.getString(column));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String key) {
        return String.valueOf(settings.get(key));
    }
}
