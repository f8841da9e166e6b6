package io.reportstream.sink.store;

import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The queries in examples/sql run on today's schema and find something. */
class SqlExamplesTest {
    private static TestDatabase database;

    @BeforeAll
    static void storeAReport() {
        database = TestDatabase.migrated();
        ReportStore store = new PostgresReportStore(database.pool());
        TopicPartition partition = new TopicPartition("reports.processed", 0);
        Batch batch = new Batch();
        batch.add(report("of-2023", 1));
        batch.advance(
                partition, store.claim(Map.of(partition, Uuid.randomUuid())).get(partition));
        store.write(batch);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> everyQueryFindsRows() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(Path.of("../examples/sql"))) {
            files = list.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(database.query(Files.readString(file))).isNotEmpty()));
    }
}
