package io.reportstream.processor;

import static io.reportstream.processor.StreamFixture.report;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Topic;
import io.reportstream.processor.StreamFixture.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsTest {
    @TempDir
    Path directory;

    @Test
    void sumsOverTheLastRowsAreTheTruth() {
        try (StreamFixture stream = new StreamFixture(directory)) {
            Map<String, JsonNode> rows = new LinkedHashMap<>();
            for (int i = 0; i < 30; i++) {
                stream.send(report("a" + i, 1, "第" + i + "号项目投资" + i + "亿元。"));
                if (i % 3 == 0) {
                    stream.send(report("a" + i, 2, "第" + i + "号项目投资" + i + "亿元。"));
                }
                if (i % 5 == 0) {
                    stream.send("bad", "?".getBytes(UTF_8));
                    stream.send(report("a" + i, 0, "旧版本"));
                }
                stream.passTime(Duration.ofSeconds(7));
                stream.read(Topic.STATS).forEach(row -> rows.put(row.key(), row.value()));
            }
            List<Message> processed = stream.read(Topic.PROCESSED);
            Collection<JsonNode> last = rows.values();

            assertThat(sum(last, row -> row.path("received").asLong())).isEqualTo(52);
            assertThat(sum(last, row -> row.path("processed").asLong())).isEqualTo(processed.size());
            assertThat(sum(last, row -> row.path("repeated").asLong())).isEqualTo(10);
            assertThat(sum(last, row -> row.at("/rejected/NOT_JSON").asLong())).isEqualTo(6);
            assertThat(sum(last, row -> row.at("/rejected/SUPERSEDED").asLong()))
                    .isEqualTo(6);
            assertThat(sum(last, row -> row.path("documents").asLong())).isEqualTo(30);
            assertThat(sum(last, row -> row.path("metrics").asLong()))
                    .isEqualTo(stream.read(Topic.METRICS).size());
            assertThat(sum(last, StatsTest::sections))
                    .isEqualTo(stream.read(Topic.SECTIONS).size());
            assertThat(sum(last, row -> row.at("/latency/sumMillis").asLong())).isEqualTo(40 * 30);
            assertThat(sum(last, row -> row.at("/latency/atMost/25").asLong())).isZero();
            assertThat(sum(last, row -> row.at("/latency/atMost/50").asLong())).isEqualTo(40);
            // From 10 s into the first minute 30 times 7 s: four minutes; unreadable records count for themselves.
            assertThat(rows.keySet())
                    .contains("2026-03-05T08:00:00Z/0/city", "2026-03-05T08:00:00Z/0/", "2026-03-05T08:03:00Z/0/city")
                    .hasSize(8);
            assertThat(last)
                    .allSatisfy(row -> assertThat(row.path("processed").asLong() + sum(row.path("rejected")))
                            .isEqualTo(row.path("received").asLong()));
        }
    }

    @Test
    void aSilentStreamStillTellsItsLastMinute() {
        try (StreamFixture stream = new StreamFixture(directory)) {
            stream.send(report("a", 1, "今年新增就业1200人。"));
            assertThat(stream.read(Topic.STATS)).isEmpty();
            stream.passTime(Duration.ofSeconds(1));
            assertThat(stream.read(Topic.STATS)).hasSize(1);
            stream.passTime(Duration.ofMinutes(10));
            assertThat(stream.read(Topic.STATS)).isEmpty();
        }
    }

    private static long sections(JsonNode row) {
        return sum(row.path("sections"));
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }

    private static long sum(Collection<JsonNode> rows, ToLongFunction<JsonNode> field) {
        return rows.stream().mapToLong(field).sum();
    }
}
