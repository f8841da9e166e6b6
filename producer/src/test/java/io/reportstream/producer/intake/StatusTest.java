package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.producer.status.Journey;
import io.reportstream.producer.status.Journey.Accepted;
import io.reportstream.producer.status.Journey.Processed;
import io.reportstream.producer.status.Journey.Stored;
import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.State;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StatusTest {
    private static final Instant AT = Instant.parse("2024-01-31T01:02:03Z");

    /** Knows every report in its third revision. */
    private static final class Known implements ReportStatuses {
        private final List<Asked> questions = new ArrayList<>();

        @Override
        public Map<Submitted, ReportStatus> settled(Collection<Submitted> submitted) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ReportStatus> journey(Asked asked) {
            questions.add(asked);
            long revision = asked.revision() == null ? 3 : asked.revision();
            if (asked.id().equals("nobody")) {
                return Optional.empty();
            }
            Accepted accepted = new Accepted(AT, "reports.raw", 1, 17L, 0);
            return Optional.of(
                    revision > 3
                            ? new ReportStatus(
                                    asked.id(),
                                    revision,
                                    State.PENDING,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    new Journey("s", accepted, null, null, null))
                            : new ReportStatus(
                                    asked.id(),
                                    revision,
                                    State.STORED,
                                    AT,
                                    2,
                                    7,
                                    40,
                                    null,
                                    null,
                                    null,
                                    new Journey(
                                            "s", accepted, new Processed(AT, 3, 2, 7, 40), new Stored(AT, 3), null)));
        }
    }

    @Test
    void tellsWhatBecameOfASubmission() {
        try (Door door = new Door(true, new Known())) {
            HttpResponse<String> response = door.get("/v1/reports/a?revision=2");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .isEqualTo("{\"id\":\"a\",\"revision\":2,\"state\":\"STORED\",\"at\":\"2024-01-31T01:02:03Z\","
                            + "\"documents\":2,\"sections\":7,\"metrics\":40,\"source\":\"s\",\"accepted\":{"
                            + "\"at\":\"2024-01-31T01:02:03Z\",\"topic\":\"reports.raw\",\"partition\":1,\"offset\":17,"
                            + "\"replays\":0},\"processed\":{\"at\":\"2024-01-31T01:02:03Z\",\"revision\":3,"
                            + "\"documents\":2,\"sections\":7,\"metrics\":40},"
                            + "\"stored\":{\"at\":\"2024-01-31T01:02:03Z\",\"revision\":3}}");
            assertThat(door.get("/v1/reports/a?revision=4").body())
                    .startsWith("{\"id\":\"a\",\"revision\":4,\"state\":\"PENDING\",\"source\":\"s\",\"accepted\":{");
            assertThat(Door.json(door.get("/v1/reports/a")).path("revision").asLong())
                    .isEqualTo(3);
        }
    }

    @Test
    void asksForTheSourceOfTheReceipt() {
        Known known = new Known();
        try (Door door = new Door(true, known)) {
            JsonNode receipt = Door.json(door.post(
                    "/v1/reports",
                    "application/json",
                    "{\"id\":\"a\",\"source\":\"科技 & 局\",\"text\":\"t\",\"revision\":2}"));
            door.get(receipt.path("statusUrl").asText());
            door.get("/v1/reports/a");

            assertThat(known.questions).containsExactly(new Asked("a", 2L, "科技 & 局"), new Asked("a", null, null));
        }
    }

    @Test
    void saysThatNothingIsKnown() {
        try (Door door = new Door(true, new Known())) {
            HttpResponse<String> response = door.get("/v1/reports/nobody");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(Door.json(response).path("code").asText()).isEqualTo("UNKNOWN_REPORT");
            assertThat(door.get("/v1/reports/a?revision=x").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void answers503WithoutAStore() {
        try (Door door = new Door(true, null)) {
            HttpResponse<String> response = door.get("/v1/reports/a?revision=2");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Door.json(response).path("code").asText()).isEqualTo("STORE_UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", ".", "a b+c", "100%", "a%2Fb", "科技；1;x=2", "a\\b", "a?b#c", "//", "é"})
    void everyStatusUrlLeadsToItsReport(String id) {
        try (Door door = new Door(true, new Known())) {
            String body =
                    "{\"source\":\"s\",\"text\":\"t\",\"revision\":1,\"id\":\"" + id.replace("\\", "\\\\") + "\"}";
            JsonNode receipt = Door.json(door.post("/v1/reports", "application/json", body));

            HttpResponse<String> response = door.get(receipt.path("statusUrl").asText());

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(Door.json(response).path("id").asText()).isEqualTo(id);
        }
    }
}
