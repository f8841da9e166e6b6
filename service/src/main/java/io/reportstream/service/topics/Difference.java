package io.reportstream.service.topics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** One way in which a topic is not what it should be. */
public sealed interface Difference {
    /** What a person has to agree to before it is settled. */
    enum Consent {
        NONE(""),
        MORE_PARTITIONS("needs --allow-more-partitions: keys move to other partitions"),
        DESTRUCTIVE("needs --allow-destructive: records, or room and copies for them, go"),
        BY_HAND("");

        private final String need;

        Consent(String need) {
            this.need = need;
        }

        public String need() {
            return need;
        }
    }

    String topic();

    Consent consent();

    /** For people: what is, and what was declared. */
    String text();

    /** How to settle what is not settled here, or what it needs. */
    default String need() {
        return consent().need();
    }

    record Missing(NewTopic declared) implements Difference {
        @Override
        public String topic() {
            return declared.name();
        }

        @Override
        public Consent consent() {
            return Consent.NONE;
        }

        @Override
        public String text() {
            Map<String, String> config = new TreeMap<>(declared.configs());
            return "is missing; declared partitions=" + declared.numPartitions() + " replication="
                    + (declared.replicationFactor() < 0 ? "default" : declared.replicationFactor()) + " "
                    + config.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
        }
    }

    record Partitions(String topic, int real, int declared) implements Difference {
        @Override
        public Consent consent() {
            return real < declared ? Consent.MORE_PARTITIONS : Consent.BY_HAND;
        }

        @Override
        public String text() {
            return "has " + real + " partitions; declared " + declared;
        }

        @Override
        public String need() {
            return real < declared ? consent().need() : "Kafka takes no partitions away: declare " + real;
        }
    }

    record Replication(String topic, int real, int declared) implements Difference {
        @Override
        public Consent consent() {
            return Consent.BY_HAND;
        }

        @Override
        public String text() {
            return "has " + real + " replicas; declared " + declared;
        }

        @Override
        public String need() {
            return "copies are moved with kafka-reassign-partitions.sh";
        }
    }

    record Changed(String topic, String key, String real, String declared) implements Difference {
        @Override
        public Consent consent() {
            return TopicSetting.of(key).loses(real, declared) ? Consent.DESTRUCTIVE : Consent.NONE;
        }

        @Override
        public String text() {
            return key + " is " + real + "; declared " + declared;
        }
    }
}
