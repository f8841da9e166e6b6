package io.reportstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.publish.ReportPublisher;
import io.reportstream.producer.replay.ReplayedReport.End;
import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.State;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final ReportPublisher publisher = new ReportPublisher(kafka, new SimpleMeterRegistry());

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "一、工作", Charset.forName("GB18030"));
        Files.writeString(folder.resolve("a.json"), "{\"id\":\"rejected\",\"source\":\"s\",\"text\":\"t\"}");
        Files.createDirectories(folder.resolve("c"));
        Files.writeString(
                folder.resolve("c/d.ndjson"),
                "{\"id\":\"l1\",\"text\":\"t\"}\nbad\n{\"id\":\"lost\",\"text\":\"t\"}\n");
        Files.writeString(folder.resolve("e.pdf"), "no report");
        Files.writeString(folder.resolve(".hidden.txt"), "no report");
    }

    /** Rejects and loses by id, and stores everything else. */
    private static final class Store implements ReportStatuses {
        @Override
        public Map<Submitted, ReportStatus> settled(Collection<Submitted> submitted) {
            return submitted.stream()
                    .filter(report -> !report.id().startsWith("lost"))
                    .collect(Collectors.toMap(Function.identity(), Store::status));
        }

        @Override
        public Optional<ReportStatus> journey(Asked asked) {
            throw new UnsupportedOperationException();
        }

        private static ReportStatus status(Submitted report) {
            return report.id().equals("rejected")
                    ? new ReportStatus(
                            report.id(),
                            report.revision(),
                            State.REJECTED,
                            Instant.EPOCH,
                            null,
                            null,
                            null,
                            "NO_TEXT",
                            "CLEAN",
                            "empty",
                            null)
                    : new ReportStatus(
                            report.id(),
                            report.revision(),
                            State.STORED,
                            Instant.EPOCH,
                            1,
                            7,
                            40,
                            null,
                            null,
                            null,
                            null);
        }
    }

    @Test
    void tellsWhatBecameOfEachReportInTheOrderOfTheFiles() throws Exception {
        List<ReplayedReport> reports = replay(new ReplayPlan("city", 0, 1, false, PATIENCE));

        assertThat(reports)
                .extracting(report -> report.name() + " " + report.end())
                .containsExactly(
                        "a.json REJECTED",
                        "b.txt STORED",
                        "d.ndjson:1 STORED",
                        "d.ndjson:2 REFUSED",
                        "d.ndjson:3 MISSING");
        assertThat(published()).extracting(RawReport::text).containsExactly("t", "一、工作", "t", "t");
        assertThat(published()).extracting(RawReport::source).containsExactly("s", "city", "city", "city");
        StringWriter table = new StringWriter();
        ReplayTable.print(reports, Duration.ofSeconds(2), new PrintWriter(table));
        assertThat(table.toString())
                .contains("STORED            1         7       40  b.txt\n")
                .contains("REJECTED          -         -        -  a.json  NO_TEXT: empty\n")
                .contains("REFUSED           -         -        -  d.ndjson:2  NOT_JSON: ")
                .contains("5 reports: 2 stored, 1 rejected, 1 missing, 1 refused; 2.0 s, 2.5 reports/s\n");
    }

    @Test
    void repeatsUnderFreshIds() throws Exception {
        List<ReplayedReport> reports = replay(new ReplayPlan("city", 0, 3, true, Duration.ZERO));

        assertThat(reports).hasSize(15);
        assertThat(published())
                .extracting(RawReport::id)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(published().get(0).id()).startsWith("rejected-");
    }

    @Test
    void keepsToTheRate() throws Exception {
        long start = System.nanoTime();

        replay(new ReplayPlan("city", 20, 3, true, Duration.ZERO));

        // 12 reports, the first one at once.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void triesNoMoreOnceTheBrokerIsGone() throws Exception {
        kafka.sendException = new TimeoutException("no room");

        List<ReplayedReport> reports = replay(new ReplayPlan("city", 0, 1, false, PATIENCE));

        assertThat(reports)
                .extracting(ReplayedReport::end)
                .containsOnly(End.REFUSED)
                .hasSize(5);
        assertThat(reports.get(4).problem().code()).isEqualTo("BROKER_UNAVAILABLE");
    }

    @Test
    void aPathThatDoesNotExistIsTold() {
        assertThatThrownBy(() -> ReportFiles.find(List.of(folder.resolve("nothing"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aNamedFileIsTextWhateverItsName() throws IOException {
        assertThat(ReportFiles.find(List.of(folder.resolve("e.pdf")))).hasSize(1);
    }

    private List<ReplayedReport> replay(ReplayPlan plan) throws IOException, InterruptedException {
        return new Replay(publisher, new Store(), plan, ReplayProgress.silent()).run(ReportFiles.find(List.of(folder)));
    }

    private List<RawReport> published() {
        return kafka.history().stream()
                .map(sent -> {
                    try {
                        return Json.MAPPER.readValue(sent.value(), RawReport.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
