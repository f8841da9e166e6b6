package io.reportstream.service;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for Kafka's answers. */
public final class KafkaFutures {
    private KafkaFutures() {}

    /**
     * The answer, once it is there.
     *
     * @throws KafkaException what went wrong, not wrapped
     */
    public static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
