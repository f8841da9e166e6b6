package io.reportstream.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.RejectedReport;
import io.reportstream.sink.store.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
    private static final Instant RECEIVED = Instant.parse("2024-01-15T08:00:00Z");
    private static final Instant TIMESTAMP = Instant.parse("2024-01-15T08:00:01Z");

    @Test
    void readsAReportWithoutItsText() {
        byte[] value = Json.bytes(
                new RawReport(1, "a", 5, "linyi", "id", "{\"id\": \"b\"}", null, null, Map.of("id", "c"), RECEIVED));

        assertThat(SubmissionReader.read(record(value, "2")))
                .isEqualTo(new Submission(3, 42, "a", 5L, "linyi", RECEIVED, value.length, 2));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"id\": \"a\", \"revision\": 5, \"text\": \"cut off",
                "{\"id\": \"a\", \"revision\": 5} and more",
                "{\"id\": \"a\", \"receivedAt\": \"yesterday\"}",
                "{\"id\": {\"id\": 1}, \"revision\": 99999999999999999999}"
            })
    void whatCannotBeReadIsKnownByItsPlaceAndKey(String value) {
        Submission read =
                SubmissionReader.read(record(value == null ? null : value.getBytes(StandardCharsets.UTF_8), "x"));

        assertThat(read.reportId()).isEqualTo("key");
        assertThat(read.revision()).isNull();
        assertThat(read.receivedAt()).isEqualTo(TIMESTAMP);
        assertThat(read.replays()).isZero();
    }

    @Test
    void wrongTypesAreNoValues() {
        Submission read = SubmissionReader.read(
                record("{\"id\": [1, {}], \"revision\": \"5\", \"source\": 7}".getBytes(StandardCharsets.UTF_8), ""));

        assertThat(read.reportId()).isEqualTo("key");
        assertThat(read.revision()).isNull();
        assertThat(read.source()).isNull();
    }

    private static ConsumerRecord<String, byte[]> record(byte[] value, String replays) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(RejectedReport.REPLAYS_HEADER, replays.getBytes(StandardCharsets.US_ASCII));
        return new ConsumerRecord<>(
                "reports.raw",
                3,
                42,
                TIMESTAMP.toEpochMilli(),
                TimestampType.CREATE_TIME,
                3,
                0,
                "key",
                value,
                headers,
                Optional.empty());
    }
}
