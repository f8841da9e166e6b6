package io.reportstream.processor;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.reportstream.processor.analyze.Analyzer;
import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.OpsServer;
import io.reportstream.service.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads raw reports and writes what it finds in them; several of these share the work. */
public final class ProcessorApp implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorApp.class);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final ProcessorConfig config;
    private final OpsServer server;
    private final ThreadFaults faults = new ThreadFaults(Clock.systemUTC());
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;

    public ProcessorApp(ProcessorConfig config) {
        this.config = config;
        this.server = new OpsServer("processor", config.http());
    }

    /**
     * Returns when the topics are there and the stream is starting; {@link #check()} tells when it runs.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer in time
     */
    @Override
    public void start() {
        server.watch("stream", this::check).start();
        Analyzer analyzer = new Analyzer();
        ensureTopics();
        Stages stages = new Stages(analyzer, config.maxReportChars(), Clock.systemUTC(), server.metrics());
        KafkaStreams starting = new KafkaStreams(ReportTopology.build(stages), StreamsSettings.of(config));
        streams = starting;
        starting.setUncaughtExceptionHandler(faults);
        metrics = new KafkaStreamsMetrics(starting);
        metrics.bindTo(server.metrics());
        starting.start();
        LOG.info("processing; health and metrics on http://{}:{}", config.http().host(), port());
    }

    /** Where health and metrics are served, once started. */
    public int port() {
        return server.port();
    }

    @Override
    public Health check() {
        if (failure().isPresent()) {
            return Health.down(failure().get());
        }
        if (streams == null) {
            return Health.down("not started");
        }
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.RUNNING ? Health.ok() : Health.down("the stream is " + state);
    }

    @Override
    public Optional<String> failure() {
        return faults.fatal();
    }

    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
        if (streams != null) {
            // Leaving tells the others at once; else they would wait for this one's session to end.
            boolean closed = streams.close(
                    CloseOptions.timeout(CLOSING).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            if (!closed) {
                LOG.warn(
                        "the stream did not close within {} s; what it had open is processed again",
                        CLOSING.toSeconds());
            }
            streams = null;
        }
        server.close();
    }

    private void ensureTopics() {
        long deadline = System.nanoTime() + config.startTimeout().toNanos();
        try (Admin admin = Admin.create(config.kafka())) {
            while (true) {
                try {
                    Topics.ensure(admin, config.topics(), Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
                    return;
                } catch (RetriableException e) {
                    if (System.nanoTime() >= deadline) {
                        throw e;
                    }
                    LOG.info("waiting for the broker: {}", e.toString());
                }
            }
        }
    }
}
