package io.reportstream.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The judge of the fault runs sees what is lost and what is doubled. */
class ExpectedTest {
    private final List<ConsumerRecord<String, byte[]>> raw = new ArrayList<>();

    @Test
    void followsTheRulesOfRevisions() {
        add("a", 1, "今年新增就业1200人。");
        add("a", 1, "今年新增就业1200人。");
        add("a", 5, "今年新增就业1300人。");
        add("a", 3, "今年新增就业1250人。");
        add("refused-b", 1, "今年新增就业1200人。");
        add("other", "a", 9, "今年新增就业1300人。");

        Expected expected = new Expected(raw, new Expected.Analyses());

        assertThat(expected.processed.size()).isEqualTo(4);
        assertThat(expected.rejected.size()).isEqualTo(2);
        assertThat(expected.stored.size()).isEqualTo(1);
        assertThat(expected.refused).containsExactly("refused-b");
        assertThat(expected.sections.size()).isGreaterThan(expected.storedSections.size());
    }

    @Test
    void knowsWhyEveryKindOfPoisonIsRejected() {
        for (Poison kind : Poison.values()) {
            String key = kind.key("1");
            raw.add(new ConsumerRecord<>("reports.raw", 0, raw.size(), key, kind.value(key, new Random(1))));
            assertThat(Poison.ofKey(key)).isEqualTo(kind);
        }
        assertThat(new Expected(raw, new Expected.Analyses()).rejected.size()).isEqualTo(Poison.values().length);
    }

    @Test
    void seesWhatIsMissingAndWhatIsTooMuch() {
        Facts expected = new Facts();
        Facts found = new Facts();
        for (String fact : List.of("a", "b", "c")) {
            expected.add(fact);
        }
        for (String fact : List.of("a", "c", "c", "d")) {
            found.add(fact);
        }
        assertThat(expected.minus(found)).containsExactly("b");
        assertThat(found.minus(expected)).containsExactly("c", "d");
    }

    private void add(String id, long revision, String text) {
        add("test", id, revision, text);
    }

    private void add(String source, String id, long revision, String text) {
        RawReport report = new RawReport(1, id, revision, source, null, text, null, null, Map.of(), Instant.EPOCH);
        raw.add(new ConsumerRecord<>("reports.raw", 0, raw.size(), id, Json.bytes(report)));
    }
}
