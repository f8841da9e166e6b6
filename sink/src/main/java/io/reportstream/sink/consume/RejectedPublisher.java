package io.reportstream.sink.consume;

import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes rejections one by one and waits until each is acknowledged. */
final class RejectedPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedPublisher.class);

    private final Producer<String, byte[]> producer;
    private final long timeoutMillis;

    /** @param timeoutMillis longer than the producer's own delivery timeout, so that it is the producer that gives up */
    RejectedPublisher(Producer<String, byte[]> producer, long timeoutMillis) {
        this.producer = producer;
        this.timeoutMillis = timeoutMillis;
    }

    /** @throws KafkaException if the broker did not acknowledge it */
    void publish(RejectedReport rejection) {
        byte[] value = Json.bytes(rejection);
        if (value.length > Topic.MAX_RECORD_BYTES - Topic.ENVELOPE_BYTES) {
            value = Json.bytes(withoutPayload(rejection));
        }
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topic.REJECTED.topicName(),
                null,
                rejection.id(),
                value,
                CloudEvent.of(rejection).headers());
        try {
            producer.send(record).get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new KafkaException("a rejection was not acknowledged", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
        LOG.warn(
                "rejected {} at {} {} of {}: {} {}",
                rejection.fingerprint(),
                rejection.origin().partition(),
                rejection.origin().offset(),
                rejection.origin().topic(),
                rejection.reason(),
                rejection.detail());
    }

    private static RejectedReport withoutPayload(RejectedReport full) {
        return new RejectedReport(
                full.schemaVersion(),
                full.id(),
                full.revision(),
                full.source(),
                full.reason(),
                full.stage(),
                full.messageZh(),
                full.messageEn(),
                full.detail() + " (the payload is too large for a message; it is at its origin)",
                full.position(),
                "",
                full.origin(),
                full.fingerprint(),
                full.replays(),
                full.rejectedAt());
    }
}
