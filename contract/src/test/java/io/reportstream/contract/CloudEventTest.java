package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CloudEventTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void anAcceptedReportTellsWhatItIs() {
        CloudEvent event = CloudEvent.of(raw(1, "正文", "x", NOON));

        assertThat(headers(event))
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", event.id()),
                        Map.entry("ce_source", "/reportstream/producer"),
                        Map.entry("ce_type", "io.reportstream.report.accepted"),
                        Map.entry("ce_subject", "报告-1"),
                        Map.entry("ce_time", "2026-03-05T12:00:00Z"),
                        Map.entry("ce_dataschema", "urn:reportstream:schema:reports.raw:1"),
                        Map.entry("content-type", "application/json"));
        assertThat(event.id()).matches("[0-9a-f]{40}");
    }

    @Test
    void theIdIsTheSameForTheSameContentAndRevisionOnly() {
        String id = CloudEvent.of(raw(1, "正文", "x", NOON)).id();

        assertThat(CloudEvent.of(raw(1, "正文", "x", LATER)).id()).isEqualTo(id);
        assertThat(CloudEvent.of(raw(2, "正文", "x", NOON)).id()).isNotEqualTo(id);
        assertThat(CloudEvent.of(raw(1, "正文。", "x", NOON)).id()).isNotEqualTo(id);
        assertThat(CloudEvent.of(raw(1, "正文", "y", NOON)).id()).isNotEqualTo(id);
    }

    @Test
    void theIdDoesNotChangeBetweenVersionsOfTheProgram() {
        assertThat(CloudEvent.of(raw(1, "正文", "x", NOON)).id()).isEqualTo("180ffefcde490bdeb980dc2d67b45b0a3514c4f9");
        assertThat(CloudEvent.processed("a", 1, "hash", NOON).id())
                .isEqualTo("afdad3aa9b4be34b3de5998c5495dd77e8779e19");
    }

    @Test
    void aProcessedReportIsNewWithItsRevisionOrContent() {
        String id = CloudEvent.processed("a", 1, "hash", NOON).id();

        assertThat(CloudEvent.processed("a", 1, "hash", LATER).id()).isEqualTo(id);
        assertThat(CloudEvent.processed("a", 2, "hash", NOON).id()).isNotEqualTo(id);
        assertThat(CloudEvent.processed("a", 1, "other", NOON).id()).isNotEqualTo(id);
    }

    @Test
    void theSameRowOnTwoTopicsIsTwoEvents() {
        byte[] value = {1};

        assertThat(CloudEvent.row(Topic.METRICS, "a", value, NOON).id())
                .isEqualTo(CloudEvent.row(Topic.METRICS, "a", value, LATER).id())
                .isNotEqualTo(CloudEvent.row(Topic.SECTIONS, "a", value, NOON).id());
    }

    @Test
    void aRejectionNamesThePartThatRejected() {
        CloudEvent processor = CloudEvent.of(rejection(Stage.DECODE, 7, NOON));
        CloudEvent sink = CloudEvent.of(rejection(Stage.STORE, 7, NOON));

        assertThat(processor.source()).isEqualTo("/reportstream/processor");
        assertThat(sink.source()).isEqualTo("/reportstream/sink");
        assertThat(CloudEvent.of(rejection(Stage.DECODE, 7, LATER)).id()).isEqualTo(processor.id());
        assertThat(CloudEvent.of(rejection(Stage.DECODE, 8, NOON)).id()).isNotEqualTo(processor.id());
    }

    @TestFactory
    Stream<DynamicTest> theDataSchemaIsThatOfTheTopic() {
        return Arrays.stream(Topic.values())
                .map(topic -> DynamicTest.dynamicTest(topic.topicName(), () -> {
                    CloudEvent event = new CloudEvent(topic, "1", "/x", "a", NOON);
                    assertThat(headers(event)).containsEntry("ce_dataschema", schemaId(topic));
                }));
    }

    private static RawReport raw(long revision, String text, String attribute, Instant receivedAt) {
        return new RawReport(
                1, "报告-1", revision, "s", null, text, null, null, Map.of("a", attribute, "b", ""), receivedAt);
    }

    private static RejectedReport rejection(Stage stage, long offset, Instant at) {
        return new RejectedReport(
                1,
                "a",
                null,
                null,
                Reason.NOT_JSON,
                stage,
                "",
                "",
                "",
                null,
                "",
                new RejectedReport.Origin("reports.raw", 0, offset),
                Fingerprint.of(Stage.DECODE, Reason.NOT_JSON, ""),
                0,
                at);
    }

    private static Map<String, String> headers(CloudEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : event.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static String schemaId(Topic topic) throws IOException {
        try (InputStream file = Topic.class.getResourceAsStream("/schema/" + topic.topicName() + ".json")) {
            JsonNode schema = Json.MAPPER.readTree(file);
            return schema.path("$id").asText();
        }
    }
}
