package io.reportstream.sink.rejected;

import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Sends rejected payloads back to {@code reports.raw}, under the report's id and with its revision. */
public final class Replayer {
    private static final long ACKNOWLEDGED_SECONDS = 30;

    private final RejectionStore rejections;
    private final Producer<String, byte[]> producer;
    private final int maxReplays;

    /** @param maxReplays how often one revision may be sent back: what fails every time must not go round for ever */
    public Replayer(RejectionStore rejections, Producer<String, byte[]> producer, int maxReplays) {
        this.rejections = rejections;
        this.producer = producer;
        this.maxReplays = maxReplays;
    }

    /** What {@link #replay} would do now. */
    public ReplayDecision decide(RejectionSummary rejection, boolean force) {
        return ReplayDecision.of(rejection, force, maxReplays);
    }

    /**
     * Sends what {@link ReplayDecision} allows and returns once the broker has it.
     *
     * @throws KafkaException if the broker did not acknowledge it
     */
    public ReplayDecision replay(RejectionSummary rejection, boolean force) {
        ReplayDecision decision = decide(rejection, force);
        if (decision.replay()) {
            send(rejection);
            // A crash in between leaves it open; sent twice, it is a repeat to the processor.
            rejections.markReplayed(rejection.id());
        }
        return decision;
    }

    private void send(RejectionSummary rejection) {
        byte[] payload = rejections.payload(rejection.id());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.RAW.topicName(), null, rejection.reportId(), payload, headers(payload));
        record.headers()
                .add(
                        RejectedReport.REPLAYS_HEADER,
                        Integer.toString(rejection.replays() + 1).getBytes(StandardCharsets.US_ASCII));
        try {
            producer.send(record).get(ACKNOWLEDGED_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new KafkaException("a replayed report was not acknowledged", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    /** Those that the report had at first; none where it cannot be read. */
    private static Headers headers(byte[] payload) {
        try {
            return CloudEvent.of(Json.MAPPER.readValue(payload, RawReport.class))
                    .headers();
        } catch (IOException | RuntimeException e) {
            return new RecordHeaders();
        }
    }
}
