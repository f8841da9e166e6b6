package io.reportstream.service;

import io.reportstream.contract.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing. Never changes or removes one that exists. */
public final class Topics {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Topics() {}

    /**
     * All topics as {@link Topic} declares them; see {@link #ensure(Admin, Collection, Duration)}.
     *
     * @param replication replication factor of topics that are created; -1 for the broker's default
     */
    public static void ensure(Admin admin, short replication, Duration timeout) {
        List<NewTopic> declared = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), Topic.PARTITIONS, replication).configs(topic.config()))
                .toList();
        ensure(admin, declared, timeout);
    }

    /**
     * Returns when every partition of every topic has a leader that answers. Records sent before that can be lost without
     * a sign for minutes (KAFKA-15591).
     *
     * @throws KafkaException if the broker refuses, or does not answer within {@code timeout}
     */
    public static void ensure(Admin admin, Collection<NewTopic> declared, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                create(admin, declared);
                break;
            } catch (InvalidReplicationFactorException e) {
                // Of a cluster that starts, some brokers come later.
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
        while (true) {
            try {
                awaitLeaders(admin, declared);
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("topics were created but their partitions do not answer", e);
                }
                pause();
            }
        }
    }

    private static void create(Admin admin, Collection<NewTopic> declared) {
        Set<String> existing = KafkaFutures.get(admin.listTopics().names());
        List<NewTopic> missing = declared.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        admin.createTopics(missing).values().values().forEach(created -> {
            try {
                KafkaFutures.get(created);
            } catch (TopicExistsException e) {
                // Another service was faster.
            }
        });
    }

    /** Of as many partitions as there are: an operator may have added some. */
    private static void awaitLeaders(Admin admin, Collection<NewTopic> declared) {
        List<String> names = declared.stream().map(NewTopic::name).toList();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        KafkaFutures.get(admin.describeTopics(names).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                partitions.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        KafkaFutures.get(admin.listOffsets(partitions).all());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
