package io.reportstream.bench.faults;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records that only a foreign writer would put on the raw topic. The key names the kind: {@code poison-KIND-…}. */
enum Poison {
    NOT_JSON(Reason.NOT_JSON),
    TRUNCATED(Reason.NOT_JSON),
    EMPTY(Reason.NOT_JSON),
    TWO_VALUES(Reason.NOT_JSON),
    WRONG_TYPE(Reason.WRONG_SHAPE),
    NO_SOURCE(Reason.WRONG_SHAPE),
    DEEP(Reason.WRONG_SHAPE),
    VERSION(Reason.UNKNOWN_SCHEMA_VERSION),
    NO_TEXT(Reason.NO_TEXT);

    private final Reason reason;

    Poison(Reason reason) {
        this.reason = reason;
    }

    private String spoil(String json) {
        return switch (this) {
            case NOT_JSON -> "今年新增就业1200人。";
            case TRUNCATED -> json.substring(0, json.length() / 2);
            case EMPTY -> "";
            case TWO_VALUES -> json + json;
            case WRONG_TYPE -> json.replace("\"revision\":1", "\"revision\":\"1\"");
            case NO_SOURCE -> json.replace("\"source\":", "\"sauce\":");
            case DEEP -> json.substring(0, json.length() - 1) + ",\"n\":" + "[".repeat(200) + "]".repeat(200) + "}";
            case VERSION -> json.replace("\"schemaVersion\":1", "\"schemaVersion\":7");
            case NO_TEXT -> json.replaceFirst("\"text\":\"[^\"]*\"", "\"text\":\" \\\\n\\\\t\"");
        };
    }

    Reason reason() {
        return reason;
    }

    String key(String suffix) {
        return "poison-" + name() + "-" + suffix;
    }

    static Poison any(Random random) {
        List<Poison> all = List.of(values());
        return all.get(random.nextInt(all.size()));
    }

    static Poison ofKey(String key) {
        return valueOf(key.split("-", 3)[1]);
    }

    byte[] value(String key, Random random) {
        RawReport good = new RawReport(
                RawReport.SCHEMA_VERSION,
                key,
                1,
                "faults",
                null,
                Texts.report(random, 1),
                null,
                null,
                Map.of(),
                Instant.now());
        return spoil(new String(Json.bytes(good), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
