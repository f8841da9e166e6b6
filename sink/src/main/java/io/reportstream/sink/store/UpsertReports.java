package io.reportstream.sink.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.reportstream.contract.Document;
import io.reportstream.contract.Json;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Warning;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Writes report rows unless a newer revision is there, and says which were written. */
final class UpsertReports {
    private static final String SQL = """
            insert into report (
                id, revision, source, title, url, published_at, received_at, processed_at, attributes, text,
                analyzer, warnings, boilerplate, documents, sections, metrics)
            select
                id, revision, source, title, url, published_at::timestamptz, received_at::timestamptz,
                processed_at::timestamptz, attributes::jsonb, text, analyzer, warnings::jsonb, boilerplate::jsonb,
                documents, sections, metrics
            from unnest(
                ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[])
                as row (
                    id, revision, source, title, url, published_at, received_at, processed_at, attributes, text,
                    analyzer, warnings, boilerplate, documents, sections, metrics)
            on conflict (id) do update set
                revision = excluded.revision,
                source = excluded.source,
                title = excluded.title,
                url = excluded.url,
                published_at = excluded.published_at,
                received_at = excluded.received_at,
                processed_at = excluded.processed_at,
                stored_at = excluded.stored_at,
                attributes = excluded.attributes,
                text = excluded.text,
                analyzer = excluded.analyzer,
                warnings = excluded.warnings,
                boilerplate = excluded.boilerplate,
                documents = excluded.documents,
                sections = excluded.sections,
                metrics = excluded.metrics
            where report.revision <= excluded.revision
            returning id
            """;

    private UpsertReports() {}

    static Set<String> run(Connection connection, List<ProcessedReport> reports) throws SQLException {
        // One order for all writers, so that two of them cannot wait for each other.
        List<ProcessedReport> rows = reports.stream()
                .sorted(Comparator.comparing(ProcessedReport::id))
                .toList();
        Set<String> written = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(ProcessedReport::id)
                    .bigint(ProcessedReport::revision)
                    .text(ProcessedReport::source)
                    .text(ProcessedReport::title)
                    .text(ProcessedReport::url)
                    .text(ProcessedReport::publishedAt)
                    .text(ProcessedReport::receivedAt)
                    .text(ProcessedReport::processedAt)
                    .text(row -> json(storable(row.attributes())))
                    .text(ProcessedReport::text)
                    .text(row -> row.analysis().analyzer())
                    .text(row -> json(storable(row.analysis().warnings())))
                    .text(row -> json(row.analysis().boilerplate()))
                    .integer(row -> row.analysis().documents().size())
                    .integer(row -> count(row, document -> document.sections().size()))
                    .integer(row -> count(row, document -> document.metrics().size()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    written.add(result.getString(1));
                }
            }
        }
        return written;
    }

    private static int count(ProcessedReport report, ToIntFunction<Document> parts) {
        return report.analysis().documents().stream().mapToInt(parts).sum();
    }

    private static Map<String, String> storable(Map<String, String> attributes) {
        Map<String, String> result = new TreeMap<>();
        attributes.forEach((name, value) -> result.put(StorableText.of(name), StorableText.of(value)));
        return result;
    }

    private static List<Warning> storable(List<Warning> warnings) {
        return warnings.stream()
                .map(warning ->
                        new Warning(warning.start(), warning.end(), warning.code(), StorableText.of(warning.detail())))
                .toList();
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
