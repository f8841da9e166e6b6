package io.reportstream.producer.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.publish.Publisher;
import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.State;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CanaryTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<RawReport> sent = new CopyOnWriteArrayList<>();
    private final Publisher publisher = report -> {
        sent.add(report);
        return CompletableFuture.completedFuture(null);
    };

    /** Everything is as {@code state} says; pending is no answer. */
    private record Answering(State state) implements ReportStatuses {
        @Override
        public Map<Submitted, ReportStatus> settled(Collection<Submitted> submitted) {
            Submitted one = submitted.iterator().next();
            return state == State.PENDING
                    ? Map.of()
                    : Map.of(
                            one,
                            new ReportStatus(
                                    one.id(), one.revision(), state, Instant.EPOCH, 1, 1, 1, null, null, null, null));
        }

        @Override
        public Optional<ReportStatus> journey(Asked asked) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void isOneReportInEverNewRevisionsWithNewText() {
        try (Canary canary = canary(publisher, State.STORED)) {
            canary.start();
            await().until(() -> sent.size() >= 3);
        }

        assertThat(sent).extracting(RawReport::id).containsOnly("reportstream-canary");
        assertThat(sent).extracting(RawReport::source).containsOnly("reportstream-canary");
        assertThat(sent).extracting(RawReport::text).doesNotHaveDuplicates();
        assertThat(sent).extracting(RawReport::revision).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"STORED, STORED", "REJECTED, REJECTED", "PENDING, LOST"})
    void isCountedByWhatBecameOfIt(State state, String outcome) {
        try (Canary canary = canary(publisher, state)) {
            canary.start();
            await().until(() -> runs(outcome) >= 1);
        }

        assertThat(registry.get("reportstream.canary.latency").timer().count() > 0)
                .isEqualTo(state == State.STORED);
    }

    @Test
    void aBrokerThatDoesNotAcknowledgeIsTold() {
        Publisher failing = report -> CompletableFuture.failedFuture(new IllegalStateException("down"));
        try (Canary canary = canary(failing, State.STORED)) {
            canary.start();
            await().until(() -> runs("REFUSED") >= 2);
        }

        assertThat(registry.get("reportstream.canary.age").gauge().value()).isPositive();
    }

    @Test
    void everyMetricOfItsAlertRuleExists() throws IOException {
        try (Canary canary = canary(publisher, State.STORED)) {
            canary.start();
            String scraped = registry.scrape();
            List<String> named = Pattern.compile("reportstream_canary_[a-z_]+")
                    .matcher(Files.readString(Path.of("..", "config", "alerts.yml")))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();

            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(scraped).containsPattern("(?m)^" + name + "[{ ]"));
        }
    }

    private double runs(String outcome) {
        return registry.get("reportstream.canary.runs")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private Canary canary(Publisher to, State state) {
        return new Canary(to, new Answering(state), Duration.ofMillis(20), Duration.ofMillis(300), registry);
    }
}
