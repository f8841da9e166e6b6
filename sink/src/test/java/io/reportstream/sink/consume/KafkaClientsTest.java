package io.reportstream.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.RebalanceProtocol;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
    private static final ConsumerSettings SETTINGS =
            new ConsumerSettings(Map.of("bootstrap.servers", "127.0.0.1:1"), 2, "group", "sink-1", 50, 1_000_000);

    /** Partitions of a killed static member were nobody's for good: a cooperative rebalance had been cut in two. */
    @Test
    void everyRebalanceGivesAwayAllPartitionsAtOnce() throws ReflectiveOperationException {
        Map<String, Object> config = KafkaClients.consumerConfig(SETTINGS, 1);

        Class<?> assignor =
                Class.forName(String.valueOf(config.get(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG)));
        ConsumerPartitionAssignor made =
                (ConsumerPartitionAssignor) assignor.getDeclaredConstructor().newInstance();
        assertThat(config).containsEntry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "sink-1-1");
        assertThat(made.supportedProtocols()).containsExactly(RebalanceProtocol.EAGER);
    }

    @Test
    void positionsComeFromTheStoreAlone() {
        assertThat(KafkaClients.consumerConfig(SETTINGS, 1))
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none")
                .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }
}
