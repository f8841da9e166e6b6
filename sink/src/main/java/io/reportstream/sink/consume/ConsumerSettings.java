package io.reportstream.sink.consume;

import java.util.Map;

/**
 * How the sink reads.
 *
 * @param kafka passed through to Kafka's clients
 * @param instance names this process within the group, so that it takes its partitions over at once after a restart;
 *     empty for none
 * @param batchReports most records of one transaction
 * @param batchBytes most bytes of record values in one transaction; a single larger record still gets one
 */
public record ConsumerSettings(
        Map<String, Object> kafka, int consumers, String group, String instance, int batchReports, int batchBytes) {
    public ConsumerSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Without {@code kafka}, which can hold secrets. */
    @Override
    public String toString() {
        return "ConsumerSettings[consumers=" + consumers + ", group=" + group + ", instance=" + instance
                + ", batchReports=" + batchReports + ", batchBytes=" + batchBytes + "]";
    }
}
