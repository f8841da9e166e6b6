package io.reportstream.processor;

import static io.reportstream.processor.StreamFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.Json;
import io.reportstream.contract.Outcome.Accepted;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import io.reportstream.processor.StreamFixture.Message;
import io.reportstream.processor.analyze.Analyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTopologyTest {
    @TempDir
    Path directory;

    private StreamFixture stream;

    @BeforeEach
    void open() {
        stream = new StreamFixture(directory);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aGoodReportIsProcessedAndItsRowsAreFlat() throws IOException {
        String text = Files.readString(Path.of("../seeds/001_706da0dc94fb9eb6.txt"));
        stream.send(report("linyi", 7, text));

        Message processed = stream.read(Topic.PROCESSED).get(0);
        ProcessedReport report = Json.MAPPER.treeToValue(processed.value(), ProcessedReport.class);
        assertThat(processed.key()).isEqualTo("linyi");
        assertThat(report.text()).isEqualTo(text);
        assertThat(report.revision()).isEqualTo(7);
        assertThat(report.processedAt()).isEqualTo(StreamFixture.NOW);
        assertThat(report.analysis()).isEqualTo(accepted(text));

        List<Message> sections = stream.read(Topic.SECTIONS);
        List<Message> metrics = stream.read(Topic.METRICS);
        assertThat(sections)
                .hasSize(report.analysis().documents().stream()
                        .mapToInt(document -> document.sections().size())
                        .sum());
        assertThat(metrics)
                .hasSize(report.analysis().documents().stream()
                        .mapToInt(document -> document.metrics().size())
                        .sum());
        assertThat(sections).allSatisfy(row -> {
            assertThat(row.key()).isEqualTo("linyi");
            assertThat(text.substring(
                            row.value().path("start").asInt(),
                            row.value().path("end").asInt()))
                    .startsWith(row.text("excerpt"));
        });
        assertThat(metrics)
                .allSatisfy(row -> assertThat(text.substring(
                                row.value().path("start").asInt(),
                                row.value().path("end").asInt()))
                        .isEqualTo(row.text("surface")));
        assertThat(stream.read(Topic.REJECTED)).isEmpty();
    }

    @Test
    void anOlderRevisionIsSuperseded() {
        stream.send(report("a", 5, "今年新增就业1200人。"));
        stream.send(report("a", 4, "今年新增就业1100人。"));

        assertThat(stream.read(Topic.PROCESSED)).hasSize(1);
        Message rejected = stream.read(Topic.REJECTED).get(0);
        assertThat(rejected.text("reason")).isEqualTo("SUPERSEDED");
        assertThat(rejected.value().path("revision").asLong()).isEqualTo(4);
        assertThat(rejected.text("detail")).isEqualTo("revision 4 came after revision 5");
    }

    @Test
    void aNewerRevisionReplaces() {
        stream.send(report("a", 5, "今年新增就业1200人。"));
        stream.send(report("a", 6, "今年新增就业1300人。"));

        assertThat(stream.read(Topic.PROCESSED))
                .extracting(message -> message.value().path("revision").asLong())
                .containsExactly(5L, 6L);
        assertThat(stream.read(Topic.SECTIONS))
                .extracting(message -> message.value().path("revision").asLong())
                .containsExactly(5L, 6L);
    }

    @Test
    void aRepeatIsProcessedUnderTheHighestRevisionWithoutRows() {
        stream.send(report("a", 5, "今年新增就业1200人。"));
        stream.read(Topic.SECTIONS);
        stream.send(report("a", 9, "今年新增就业1200人。"));
        stream.send(report("a", 3, "今年新增就业1200人。"));
        stream.send(report("a", 8, "今年新增就业1300人。"));

        assertThat(stream.read(Topic.PROCESSED))
                .extracting(message -> message.value().path("revision").asLong())
                .containsExactly(5L, 9L, 9L);
        assertThat(stream.read(Topic.SECTIONS)).isEmpty();
        assertThat(stream.read(Topic.REJECTED))
                .singleElement()
                .satisfies(message -> assertThat(message.text("reason")).isEqualTo("SUPERSEDED"));
    }

    @Test
    void aReturnToEarlierContentIsNews() {
        stream.send(report("a", 1, "甲项目投资3亿元。"));
        stream.send(report("a", 2, "乙项目投资4亿元。"));
        stream.send(report("a", 3, "甲项目投资3亿元。"));

        assertThat(stream.read(Topic.SECTIONS))
                .extracting(message -> message.value().path("revision").asLong())
                .contains(1L, 2L, 3L);
    }

    @Test
    void aRejectedRevisionOvertakesNothing() {
        stream.send(report("a", 9, " \n "));
        stream.send(report("a", 5, "今年新增就业1200人。"));

        assertThat(stream.read(Topic.PROCESSED)).hasSize(1);
        assertThat(stream.read(Topic.REJECTED))
                .extracting(message -> message.text("reason"))
                .containsExactly("NO_TEXT");
    }

    @Test
    void aSourceCannotOverwriteAnothersReport() {
        RawReport own = report("a", 5, "今年新增就业1200人。");
        stream.send(own);
        stream.send(from("county", "a", 6, "今年新增就业9900人。"));
        stream.send(from("county", "a", 5, own.text()));
        stream.send(report("a", 7, "今年新增就业1300人。"));

        assertThat(stream.read(Topic.PROCESSED))
                .extracting(message -> message.text("source") + message.value().path("revision"))
                .containsExactly("city5", "city7");
        assertThat(stream.read(Topic.REJECTED)).hasSize(2).allSatisfy(message -> {
            assertThat(message.text("reason")).isEqualTo("ID_TAKEN");
            assertThat(message.text("source")).isEqualTo("county");
            assertThat(message.text("detail")).doesNotContain("city");
        });
    }

    @Test
    void aRejectedReportTakesNoId() {
        stream.send(from("county", "a", 6, " "));
        stream.send(report("a", 5, "今年新增就业1200人。"));

        assertThat(stream.read(Topic.PROCESSED)).hasSize(1);
    }

    @Test
    void foreignHeadersEndAtTheDoorAndReplaysAreCounted() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", new byte[1000]);
        headers.add(RejectedReport.REPLAYS_HEADER, "2".getBytes(StandardCharsets.US_ASCII));
        RawReport good = report("a", 1, "今年新增就业1200人。");
        stream.send(new TestRecord<>("a".getBytes(StandardCharsets.UTF_8), Json.bytes(good), headers));
        stream.send(new TestRecord<>("b".getBytes(StandardCharsets.UTF_8), Json.bytes(good), headers));

        assertThat(stream.read(Topic.PROCESSED))
                .singleElement()
                .satisfies(message -> assertThat(message.headers()).containsExactly(RejectedReport.REPLAYS_HEADER));
        JsonNode rejected = stream.read(Topic.REJECTED).get(0).value();
        assertThat(rejected.path("replays").asInt()).isEqualTo(2);
        assertThat(rejected.at("/origin/offset").asLong()).isEqualTo(1);
    }

    @Test
    void anEventKeepsItsIdWhenItIsPublishedAgain() {
        stream.send(report("a", 5, "今年新增就业1200人。"));
        stream.send(report("a", 4, "今年新增就业1200人。"));
        stream.send(report("a", 6, "今年新增就业1200人。"));
        stream.send(report("b", 1, ""));
        stream.send(report("b", 1, ""));

        List<Message> processed = stream.read(Topic.PROCESSED);
        assertThat(processed.get(1).event()).isEqualTo(processed.get(0).event());
        assertThat(processed.get(2).event()).isNotEqualTo(processed.get(0).event());
        List<Message> rows = new ArrayList<>(stream.read(Topic.SECTIONS));
        rows.addAll(stream.read(Topic.METRICS));
        rows.addAll(stream.read(Topic.REJECTED));
        stream.passTime(Duration.ofSeconds(2));
        rows.addAll(stream.read(Topic.STATS));
        assertThat(rows).hasSizeGreaterThan(4).extracting(Message::event).doesNotHaveDuplicates();
    }

    @Test
    void everyOperatorAndStoreHasItsName() throws IOException {
        Stages stages = new Stages(new Analyzer(), 1, Clock.systemUTC(), new SimpleMeterRegistry());
        List<String> named = ReportTopology.build(stages)
                .describe()
                .toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(Source|Processor|Sink): .*"))
                .sorted()
                .toList();
        assertThat(named).containsExactlyElementsOf(Files.readAllLines(Path.of("src/test/resources/topology.txt")));
    }

    private static RawReport from(String source, String id, long revision, String text) {
        RawReport other = report(id, revision, text);
        return new RawReport(
                other.schemaVersion(), id, revision, source, null, text, null, null, Map.of(), other.receivedAt());
    }

    private static Object accepted(String text) {
        return ((Accepted<?>) new Analyzer().analyze(text)).value();
    }
}
