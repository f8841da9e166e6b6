package io.reportstream.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import io.reportstream.sink.TestReports;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes are on the topics: rows to be written, or a rejection that holds the bytes; never a crash, which would
 * stop the sink. With {@code JAZZER_FUZZ=1} in the environment a fuzzer goes on from the examples here.
 */
class RecordReaderFuzzTest {
    private static final Instant NOW = Instant.parse("2001-02-03T04:05:06.789Z");
    private static final RecordReader READER = new RecordReader(new Refusals(Clock.fixed(NOW, ZoneOffset.UTC)));
    private static final List<Topic> TOPICS = List.of(Topic.RAW, Topic.PROCESSED, Topic.REJECTED);

    static Stream<byte[]> messages() {
        RawReport raw = new RawReport(
                RawReport.SCHEMA_VERSION,
                "a",
                7,
                "s",
                null,
                TestReports.TEXT,
                null,
                null,
                Map.of("k", "v"),
                TestReports.RECEIVED);
        return Stream.of(
                message(Topic.RAW, raw),
                message(Topic.PROCESSED, TestReports.report("a", 7)),
                message(Topic.REJECTED, TestReports.rejection("a", 7L, 3)));
    }

    /** The first byte chooses the topic. */
    private static byte[] message(Topic topic, Object value) {
        byte[] json = Json.bytes(value);
        byte[] input = new byte[json.length + 1];
        input[0] = (byte) TOPICS.indexOf(topic);
        System.arraycopy(json, 0, input, 1, json.length);
        return input;
    }

    @MethodSource("messages")
    @FuzzTest(maxDuration = "5m")
    void reading(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] value = Arrays.copyOfRange(input, 1, input.length);
        Topic topic = TOPICS.get(Math.floorMod(input[0], TOPICS.size()));
        Task task = READER.read(new ConsumerRecord<>(topic.topicName(), 0, 9, "a", value));
        if (task instanceof Task.StoreReport store) {
            assertThat(store.report().id()).isEqualTo("a");
            assertThat(topic).isEqualTo(Topic.PROCESSED);
        } else if (task instanceof Task.Refuse refuse) {
            holds(refuse.rejection(), topic, value);
        } else if (task instanceof Task.StoreRejection store
                && store.rejection().rejectedAt().equals(NOW)) {
            holds(store.rejection(), topic, value);
        } else if (task instanceof Task.NoteSubmission note) {
            assertThat(note.submission().bytes()).isEqualTo(value.length);
            assertThat(note.submission().reportId()).isNotNull();
        }
    }

    private static void holds(RejectedReport rejection, Topic topic, byte[] value) {
        assertThat(rejection.origin().topic()).isEqualTo(topic.topicName());
        assertThat(Base64.getDecoder().decode(rejection.payloadBase64())).isEqualTo(value);
        assertThat(rejection.fingerprint()).matches("[0-9a-f]{16}");
    }
}
