package io.reportstream.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.reportstream.contract.Reason;
import io.reportstream.sink.ledger.Ledger;
import io.reportstream.sink.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlertsTest {
    @Test
    void everyMetricOfAnAlertRuleExists() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SinkMetrics metrics = new SinkMetrics(registry, Clock.systemUTC());
        metrics.refused(Reason.ROW_REFUSED);
        metrics.consumer(0, this, loop -> 0, loop -> 0);
        try (TestDatabase database = TestDatabase.migrated();
                Ledger ledger = new Ledger(database.pool(), registry)) {
            ledger.start(Duration.ofHours(1));
            String scraped = registry.scrape();
            List<String> named = Pattern.compile("reportstream_[a-z_]+")
                    .matcher(Files.readString(Path.of("..", "config", "alerts.yml")))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    // The producer's, and tested there.
                    .filter(name -> !name.startsWith("reportstream_canary_"))
                    .toList();

            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(scraped).containsPattern("(?m)^" + name + "[{ ]"));
        }
    }
}
