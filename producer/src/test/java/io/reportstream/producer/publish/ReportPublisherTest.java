package io.reportstream.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Topic;
import io.reportstream.service.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ReportPublisherTest {
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ReportPublisher publisher = new ReportPublisher(kafka, metrics);

    @Test
    void sendsTheReportUnderItsIdAndPromisesNothingBeforeTheAcknowledgement() throws IOException {
        RawReport report = report("一、工作\uD83D\0");

        CompletableFuture<Void> published = publisher.publish(report);

        assertThat(published).isNotDone();
        ProducerRecord<String, byte[]> sent = kafka.history().get(0);
        assertThat(sent.topic()).isEqualTo("reports.raw");
        assertThat(sent.key()).isEqualTo("a-1");
        assertThat(Json.MAPPER.readValue(sent.value(), RawReport.class)).isEqualTo(report);
        assertThat(sent.headers()).isEqualTo(CloudEvent.of(report).headers());
        kafka.completeNext();
        assertThat(published).isCompleted();
        assertThat(metrics.get("publish").timer().count()).isEqualTo(1);
    }

    @Test
    void aFailedCallbackIsAFailure() {
        CompletableFuture<Void> published = publisher.publish(report("text"));

        kafka.errorNext(new TimeoutException("expired"));

        assertUnavailable(published);
        assertThat(metrics.get("publish.failures").counter().count()).isEqualTo(1);
    }

    @Test
    void aFailedSendIsAFailure() {
        kafka.sendException = new TimeoutException("no room");

        assertUnavailable(publisher.publish(report("text")));
    }

    @Test
    void afterClosingNothingIsAccepted() {
        publisher.close();

        assertUnavailable(publisher.publish(report("text")));
    }

    @Test
    void refusesWhatIsTooLargeForARecord() {
        RawReport report = report("字".repeat(Topic.MAX_RAW_BYTES / 3));

        assertThatThrownBy(() -> publisher.publish(report))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
        assertThat(kafka.history()).isEmpty();
    }

    private static void assertUnavailable(CompletableFuture<Void> published) {
        assertThat(published).isCompletedExceptionally();
        assertThatThrownBy(published::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("BROKER_UNAVAILABLE");
                    assertThat(e.headers()).containsEntry("Retry-After", "5");
                });
    }

    private static RawReport report(String text) {
        return new RawReport(1, "a-1", 1, "s", null, text, null, null, Map.of(), Instant.ofEpochSecond(1));
    }
}
