package io.reportstream.sink.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles submissions every few seconds and shows how many are in flight, and since when. */
public final class Ledger implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final String IN_FLIGHT = """
            select count(*), extract(epoch from clock_timestamp() - min(received_at))
            from submission where outcome is null
            """;

    private final DataSource database;
    private final MeterRegistry registry;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sink-ledger"));
    private @Nullable ScheduledFuture<?> schedule;
    private volatile double inFlight = Double.NaN;
    private volatile double oldestSeconds = Double.NaN;

    public Ledger(DataSource database, MeterRegistry registry) {
        this.database = database;
        this.registry = registry;
        Gauge.builder("reportstream.ledger.in.flight", this, ledger -> ledger.inFlight)
                .description("Accepted reports that are neither stored nor rejected yet; NaN where it cannot be told")
                .register(registry);
        Gauge.builder("reportstream.ledger.oldest.in.flight", this, ledger -> ledger.oldestSeconds)
                .description("Age of the oldest of them; 0 where there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    public void start(Duration interval) {
        schedule = timer.scheduleWithFixedDelay(
                this::settleOrWait, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(false);
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** One round. Two sinks may do it at once: each submission is settled by one of them. */
    void settle() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<String, Long> settled = SettleSubmissions.run(connection);
            settled.forEach((outcome, count) -> registry.counter("reportstream.ledger.settled", "outcome", outcome)
                    .increment(count));
            try (PreparedStatement statement = connection.prepareStatement(IN_FLIGHT);
                    ResultSet result = statement.executeQuery()) {
                result.next();
                inFlight = result.getLong(1);
                oldestSeconds = Math.max(0, result.getDouble(2));
            }
        }
    }

    private void settleOrWait() {
        try {
            settle();
        } catch (SQLException | RuntimeException e) {
            inFlight = Double.NaN;
            oldestSeconds = Double.NaN;
            LOG.debug("the ledger waits for the database: {}", e.getClass().getSimpleName());
        }
    }
}
