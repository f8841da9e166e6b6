package io.reportstream.service.topics;

import io.reportstream.service.KafkaFutures;
import io.reportstream.service.Topics;
import io.reportstream.service.topics.Difference.Changed;
import io.reportstream.service.topics.Difference.Consent;
import io.reportstream.service.topics.Difference.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Makes the topics what they should be, as far as it was agreed to. Safe to repeat. */
final class TopicChanges {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Admin admin;
    private final Set<Consent> given;
    private final Duration timeout;

    /** @param timeout how long the brokers may take to show what was changed */
    TopicChanges(Admin admin, Set<Consent> given, Duration timeout) {
        this.admin = admin;
        this.given = given;
        this.timeout = timeout;
    }

    /** @param left what was not agreed to, or cannot be done here */
    record Applied(List<Difference> settled, List<Difference> left) {}

    /** Returns when the brokers show every change. */
    Applied apply(Collection<NewTopic> declared) {
        List<Difference> settled = new ArrayList<>();
        List<Difference> left = new ArrayList<>();
        for (Difference difference : TopicDiff.of(admin, declared)) {
            (given.contains(difference.consent()) ? settled : left).add(difference);
        }
        if (!settled.isEmpty()) {
            Topics.ensure(admin, declared, timeout);
            addPartitions(settled);
            changeSettings(settled);
            awaitGone(settled, declared);
        }
        return new Applied(settled, left);
    }

    private void addPartitions(List<Difference> differences) {
        Map<String, NewPartitions> more = new HashMap<>();
        for (Difference difference : differences) {
            if (difference instanceof Partitions partitions) {
                more.put(partitions.topic(), NewPartitions.increaseTo(partitions.declared()));
            }
        }
        KafkaFutures.get(admin.createPartitions(more).all());
    }

    private void changeSettings(List<Difference> differences) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Difference difference : differences) {
            if (difference instanceof Changed changed) {
                changes.computeIfAbsent(TopicDiff.resource(changed.topic()), topic -> new ArrayList<>())
                        .add(new AlterConfigOp(
                                new ConfigEntry(changed.key(), changed.declared()), AlterConfigOp.OpType.SET));
            }
        }
        KafkaFutures.get(admin.incrementalAlterConfigs(changes).all());
    }

    /** A broker answers from what it has heard of so far. */
    private void awaitGone(List<Difference> settled, Collection<NewTopic> declared) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (TopicDiff.of(admin, declared).stream().anyMatch(settled::contains)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the changes were accepted, but the brokers do not show them yet");
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
