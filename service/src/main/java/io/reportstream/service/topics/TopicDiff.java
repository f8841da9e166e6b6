package io.reportstream.service.topics;

import io.reportstream.service.KafkaFutures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Compares the topics that are with those that should be. */
final class TopicDiff {
    private TopicDiff() {}

    /** In the order of the topics' names; empty where nothing differs. */
    static List<Difference> of(Admin admin, Collection<NewTopic> declared) {
        Set<String> existing = KafkaFutures.get(admin.listTopics().names());
        List<String> names =
                declared.stream().map(NewTopic::name).filter(existing::contains).toList();
        Map<String, TopicDescription> topics =
                KafkaFutures.get(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = KafkaFutures.get(
                admin.describeConfigs(names.stream().map(TopicDiff::resource).toList())
                        .all());
        List<Difference> differences = new ArrayList<>();
        for (NewTopic topic : declared) {
            TopicDescription real = topics.get(topic.name());
            if (real == null) {
                differences.add(new Difference.Missing(topic));
            } else {
                shape(topic, real, differences);
                settings(topic, configs.get(resource(topic.name())), differences);
            }
        }
        differences.sort(Comparator.comparing(Difference::topic));
        return differences;
    }

    static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static void shape(NewTopic declared, TopicDescription real, List<Difference> differences) {
        int partitions = real.partitions().size();
        if (partitions != declared.numPartitions()) {
            differences.add(new Difference.Partitions(declared.name(), partitions, declared.numPartitions()));
        }
        // The partition that has the fewest.
        int replicas = real.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElseThrow();
        if (declared.replicationFactor() > 0 && replicas != declared.replicationFactor()) {
            differences.add(new Difference.Replication(declared.name(), replicas, declared.replicationFactor()));
        }
    }

    private static void settings(NewTopic declared, Config real, List<Difference> differences) {
        declared.configs().forEach((key, value) -> {
            String is = Objects.requireNonNull(real.get(key), key).value();
            if (!TopicSetting.of(key).same(is, value)) {
                differences.add(new Difference.Changed(declared.name(), key, is, value));
            }
        });
    }
}
