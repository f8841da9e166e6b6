package io.reportstream.producer.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Topic;
import io.reportstream.producer.submission.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes on {@link Topic#RAW}, keyed by report id. */
public final class ReportPublisher implements Publisher, AutoCloseable {
    /** How soon a refused submitter may try again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ReportPublisher.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final Timer latency;
    private final Counter failures;
    private final Counter bytes;

    public ReportPublisher(Producer<String, byte[]> producer, MeterRegistry metrics) {
        this.producer = producer;
        this.latency = Timer.builder("publish")
                .description("From sending a report to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(metrics);
        this.failures = Counter.builder("publish.failures")
                .description("Reports that the broker did not acknowledge in time")
                .register(metrics);
        this.bytes = Counter.builder("publish.bytes")
                .description("Acknowledged reports, before compression")
                .baseUnit("bytes")
                .register(metrics);
    }

    @Override
    public CompletableFuture<Void> publish(RawReport report) {
        byte[] value = Json.bytes(report);
        if (value.length > Topic.MAX_RAW_BYTES) {
            throw Refusal.tooLong(Topic.MAX_RAW_BYTES);
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Timer.Sample started = Timer.start();
        try {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                    Topic.RAW.topicName(),
                    null,
                    report.id(),
                    value,
                    CloudEvent.of(report).headers());
            Future<?> unused = producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    started.stop(latency);
                    bytes.increment(value.length);
                    acknowledged.complete(null);
                } else {
                    fail(acknowledged, failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            // No room, interrupted, or closed already.
            fail(acknowledged, e);
        }
        return acknowledged;
    }

    private void fail(CompletableFuture<Void> acknowledged, Exception failure) {
        failures.increment();
        LOG.warn("not acknowledged: {}", failure.toString());
        acknowledged.completeExceptionally(Refusal.BROKER_UNAVAILABLE
                .problem(
                        "submit the same report again later; a report submitted twice is stored once",
                        "请稍后重新提交同一份报告；重复提交只会保存一份")
                .retryAfter(RETRY_AFTER_SECONDS));
    }

    /** Waits a bounded time for what was sent, then fails the rest. */
    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
