package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayRehearsalTest {
    private final ReplayRehearsal rehearsal = new ReplayRehearsal();

    @Test
    void saysWhatWouldBeFound() {
        byte[] payload = Json.bytes(
                new RawReport(1, "a", 1, "s", null, "今年新增高新技术企业1918家。", null, null, Map.of(), Instant.EPOCH));

        assertThat(rehearsal.of(payload)).startsWith("it would be processed: 1 documents");
    }

    @Test
    void saysWhyItWouldBeRejectedAgain() {
        assertThat(rehearsal.of("no json".getBytes(StandardCharsets.UTF_8)))
                .startsWith("it would be rejected again: NOT_JSON");
    }
}
