package io.reportstream.service;

import io.reportstream.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing. Never changes or removes one that exists. */
public final class Topics {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Topics() {}

    /**
     * Returns when every partition of every topic has a leader that answers. Records sent before that can be lost without
     * a sign for minutes (KAFKA-15591).
     *
     * @param replication replication factor of topics that are created; -1 for the broker's default
     * @throws KafkaException if the broker refuses, or does not answer within {@code timeout}
     */
    public static void ensure(Admin admin, short replication, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Set<String> existing = attempt(() -> admin.listTopics().names().get());
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (!existing.contains(topic.topicName())) {
                missing.add(new NewTopic(topic.topicName(), Topic.PARTITIONS, replication).configs(topic.config()));
            }
        }
        admin.createTopics(missing).values().values().forEach(created -> {
            try {
                attempt(created::get);
            } catch (TopicExistsException e) {
                // Another service was faster.
            }
        });
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (Topic topic : Topic.values()) {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                partitions.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
            }
        }
        while (true) {
            try {
                attempt(() -> admin.listOffsets(partitions).all().get());
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("topics were created but their partitions do not answer", e);
                }
                pause();
            }
        }
    }

    private interface Call<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private static <T> T attempt(Call<T> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
