package io.reportstream.standalone.demo;

import io.reportstream.service.Settings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the store holds, as tables. */
final class DemoReport {
    private final Map<String, Object> store;

    DemoReport(Settings settings) {
        this.store = settings.passThrough("store.");
    }

    /** Returns whether every seed report is there, with sections and metrics. */
    boolean print(PrintWriter out) throws SQLException {
        try (Connection connection = DriverManager.getConnection(text("jdbc.url"), text("user"), text("password"));
                Statement statement = connection.createStatement();
                ResultSet totals = statement.executeQuery(
                        "select count(*), count(*) filter (where sections > 0 and metrics > 0), min(stored_at) from report")) {
            totals.next();
            int stored = totals.getInt(1);
            boolean complete = stored == Seeds.NAMES.size() && totals.getInt(2) == stored;
            out.println();
            out.println(
                    stored + " of " + Seeds.NAMES.size() + " seed reports are stored" + since(totals.getTimestamp(3)));
            out.println();
            Map<String, String> names = Seeds.namesById();
            out.print(SelectDocuments.run(connection, names));
            out.println();
            out.print(SelectTellingMetrics.run(connection, names));
            out.flush();
            return complete;
        }
    }

    private static String since(java.sql.Timestamp first) {
        if (first == null) {
            return "";
        }
        Instant begin =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return ", the first %.1f s after the command began"
                .formatted(Duration.between(begin, first.toInstant()).toMillis() / 1000.0);
    }

    private String text(String key) {
        return String.valueOf(store.get(key));
    }
}
