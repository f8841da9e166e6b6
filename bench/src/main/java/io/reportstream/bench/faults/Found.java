package io.reportstream.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.contract.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is there: committed on the topics, and in the store. */
final class Found {
    final Facts processed = new Facts();
    final Facts rejected = new Facts();
    final Facts sections = new Facts();
    final Facts metrics = new Facts();
    final Facts stored = new Facts();
    final Facts storedSections = new Facts();
    final Facts storedMetrics = new Facts();
    final Facts storedRejections = new Facts();
    final Set<String> refused = new HashSet<>();
    long counted;

    /** Reads what {@code feeds} have; their records are kept, so that only new ones are fetched. */
    Found topics(Map<Topic, TopicFeed> feeds) {
        for (Map.Entry<Topic, TopicFeed> feed : new EnumMap<>(feeds).entrySet()) {
            Map<String, JsonNode> last = new HashMap<>();
            for (ConsumerRecord<String, byte[]> record : feed.getValue().readToEnd()) {
                JsonNode value = read(record.value());
                switch (feed.getKey()) {
                    case PROCESSED ->
                        processed.add(value.path("id").asText() + "@" + value.path("revision") + " "
                                + Hash.of(value.path("text").asText()));
                    case SECTIONS ->
                        sections.add(row(value, "section", value.path("label").asText()));
                    case METRICS ->
                        metrics.add(row(
                                value,
                                "metric",
                                amount(value.path("value").decimalValue())
                                        + value.path("measure").asText()));
                    case REJECTED -> rejection(value);
                    case STATS -> last.put(record.key(), value);
                    case RAW -> throw new IllegalArgumentException("what comes in is not what was found");
                }
            }
            last.values().forEach(row -> counted += row.path("received").asLong());
        }
        return this;
    }

    private void rejection(JsonNode value) {
        String origin = value.at("/origin/topic").asText();
        if (!origin.equals(Topic.RAW.topicName())) {
            return;
        }
        byte[] payload = Base64.getDecoder().decode(value.path("payloadBase64").asText());
        rejected.add(value.path("id").asText() + " " + value.path("reason").asText() + " " + origin + "/"
                + value.at("/origin/partition") + "/" + value.at("/origin/offset") + " " + Arrays.hashCode(payload));
    }

    private static String row(JsonNode value, String index, String what) {
        return Expected.row(
                value.path("reportId").asText() + "@" + value.path("revision"),
                value.path("document").asInt(),
                value.path(index).asInt(),
                what,
                value.path("start").asInt(),
                value.path("end").asInt());
    }

    private static String amount(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    Found store(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet row =
                    statement.executeQuery("select id, revision, text, documents, sections, metrics from report")) {
                while (row.next()) {
                    stored.add(row.getString(1) + "@" + row.getLong(2) + " " + Hash.of(row.getString(3)) + " "
                            + row.getInt(4) + " " + (row.getInt(5) * 1000 + row.getInt(6)));
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select report_id, document_no, section_no, label, span_start, span_end from section")) {
                while (row.next()) {
                    storedSections.add(Expected.row(
                            row.getString(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getInt(6)));
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select report_id, document_no, metric_no, value, measure, span_start, span_end from metric")) {
                while (row.next()) {
                    storedMetrics.add(Expected.row(
                            row.getString(1),
                            row.getInt(2),
                            row.getInt(3),
                            amount(row.getBigDecimal(4)) + row.getString(5),
                            row.getInt(6),
                            row.getInt(7)));
                }
            }
            try (ResultSet row = statement.executeQuery("select report_id, reason, origin_topic, origin_partition,"
                    + " origin_offset, payload from rejection")) {
                while (row.next()) {
                    if (row.getString(2).equals("ROW_REFUSED")) {
                        refused.add(row.getString(1));
                    } else {
                        storedRejections.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + "/"
                                + row.getInt(4) + "/" + row.getLong(5) + " " + Arrays.hashCode(row.getBytes(6)));
                    }
                }
            }
        }
        return this;
    }

    private static JsonNode read(byte[] value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
