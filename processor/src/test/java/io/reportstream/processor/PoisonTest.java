package io.reportstream.processor;

import static io.reportstream.processor.StreamFixture.report;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.contract.Topic;
import io.reportstream.processor.StreamFixture.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, one record goes out, and a rejection holds the payload whole. */
class PoisonTest {
    private static final String GOOD = new String(Json.bytes(report("a", 1, "今年新增就业1200人。")), UTF_8);

    @TempDir
    Path directory;

    private StreamFixture stream;

    @BeforeEach
    void open() {
        stream = new StreamFixture(directory);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Poison(String name, byte[] payload, String reason, String detail) {
        static Poison of(String name, String payload, String reason, String detail) {
            return new Poison(name, payload.getBytes(UTF_8), reason, detail);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Poison> poison() {
        return Stream.of(
                Poison.of("nothing", "", "NOT_JSON", "the value is empty"),
                Poison.of("no JSON", "今年新增就业1200人。", "NOT_JSON", "no JSON at line 1, column"),
                Poison.of("truncated", GOOD.substring(0, GOOD.length() / 2), "NOT_JSON", "no JSON at line 1"),
                Poison.of("two values", GOOD + GOOD, "NOT_JSON", "more follows after the value"),
                Poison.of("an array", "[" + GOOD + "]", "WRONG_SHAPE", "the value is not an object"),
                Poison.of("null", "null", "WRONG_SHAPE", "the value is not an object"),
                Poison.of("200 levels", nested(200), "WRONG_SHAPE", "nested deeper than 64 levels"),
                Poison.of("300 digits", with("\"n\":" + "9".repeat(300)), "WRONG_SHAPE", "a number is longer than"),
                Poison.of("a field twice", with("\"id\":\"b\""), "WRONG_SHAPE", "a field is there twice"),
                Poison.of("id a number", GOOD.replace("\"id\":\"a\"", "\"id\":1"), "WRONG_SHAPE", "id is not a string"),
                Poison.of(
                        "id with NUL", GOOD.replace("\"id\":\"a\"", "\"id\":\"\\u0000\""), "WRONG_SHAPE", "id is not"),
                Poison.of("no id", without("id"), "WRONG_SHAPE", "id is missing"),
                Poison.of("no text", without("text"), "WRONG_SHAPE", "text is missing"),
                Poison.of("no source", without("source"), "WRONG_SHAPE", "source is missing"),
                Poison.of("no version", without("schemaVersion"), "WRONG_SHAPE", "schemaVersion is missing"),
                Poison.of("no time", without("receivedAt"), "WRONG_SHAPE", "receivedAt is missing"),
                Poison.of(
                        "odd revision", GOOD.replace("\"revision\":1", "\"revision\":1.5"), "WRONG_SHAPE", "revision"),
                Poison.of(
                        "huge revision",
                        GOOD.replace("\"revision\":1", "\"revision\":" + "9".repeat(19)),
                        "WRONG_SHAPE",
                        "64 bits"),
                Poison.of(
                        "time in words",
                        GOOD.replaceFirst("\"2026-[^\"]*\"", "\"today\""),
                        "WRONG_SHAPE",
                        "receivedAt is not a time"),
                Poison.of(
                        "attributes a list",
                        GOOD.replace("\"attributes\":{}", "\"attributes\":[]"),
                        "WRONG_SHAPE",
                        "attributes is not an object"),
                Poison.of(
                        "attribute a number",
                        GOOD.replace("\"attributes\":{}", "\"attributes\":{\"k\":1}"),
                        "WRONG_SHAPE",
                        "not a string"),
                Poison.of(
                        "other version",
                        GOOD.replace("\"schemaVersion\":1", "\"schemaVersion\":99"),
                        "UNKNOWN_SCHEMA_VERSION",
                        "is 99"),
                Poison.of("empty text", GOOD.replace("今年新增就业1200人。", ""), "NO_TEXT", "0 of 0"),
                Poison.of("white text", GOOD.replace("今年新增就业1200人。", " \\n\\t\u3000"), "NO_TEXT", ""),
                Poison.of(
                        "long text",
                        GOOD.replace("今年", "今年".repeat(StreamFixture.MAX_CHARS)),
                        "TOO_LONG",
                        "the limit is 100000"),
                new Poison(
                        "GB18030",
                        GOOD.getBytes(java.nio.charset.Charset.forName("GB18030")),
                        "NOT_JSON",
                        "is not UTF-8"),
                new Poison("UTF-16", GOOD.getBytes(StandardCharsets.UTF_16LE), "NOT_JSON", ""),
                new Poison(
                        "binary", new byte[] {0, (byte) 0xFF, 1, 2, (byte) 0xC0}, "NOT_JSON", "byte 1 is not UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void isRejectedWithItsPayload(Poison poison) {
        stream.send("a", poison.payload());

        Message rejected = stream.read(Topic.REJECTED).get(0);
        assertThat(rejected.text("reason")).isEqualTo(poison.reason());
        assertThat(rejected.text("detail")).contains(poison.detail()).doesNotContain("就业");
        assertThat(rejected.key()).isEqualTo(rejected.text("id")).isEqualTo("a");
        assertThat(rejected.text("messageZh")).isNotBlank();
        assertThat(rejected.text("messageEn")).isNotBlank();
        assertThat(Base64.getDecoder().decode(rejected.text("payloadBase64"))).isEqualTo(poison.payload());
        assertThat(rejected.value().at("/origin/topic").asText()).isEqualTo("reports.raw");
        assertThat(stream.read(Topic.PROCESSED)).isEmpty();
    }

    @Test
    void rawIsProcessedAndRejectedTogether() {
        List<Poison> poison = poison().toList();
        for (int i = 0; i < 100; i++) {
            stream.send(report("good-" + i % 40, i / 40, "第" + i + "号项目投资" + i + "亿元。"));
            stream.send("bad-" + i, poison.get(i % poison.size()).payload());
            stream.send(report("good-" + i % 40, 0, "旧版本" + i));
        }
        List<Message> processed = stream.read(Topic.PROCESSED);
        List<Message> rejected = stream.read(Topic.REJECTED);
        assertThat(processed.size() + rejected.size()).isEqualTo(300);
        assertThat(processed).hasSizeGreaterThanOrEqualTo(100);
        Set<String> origins = new HashSet<>();
        rejected.forEach(message -> origins.add(message.text("origin")));
        assertThat(rejected).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void theSameCauseHasTheSameFingerprint() {
        stream.send("a", without("text").getBytes(UTF_8));
        stream.send("b", without("text").replace("\"a\"", "\"b\"").getBytes(UTF_8));
        stream.send("c", without("source").getBytes(UTF_8));
        stream.send("d", "x".getBytes(UTF_8));
        stream.send("e", "\n\n?".getBytes(UTF_8));

        List<String> prints = stream.read(Topic.REJECTED).stream()
                .map(message -> message.text("fingerprint"))
                .toList();
        assertThat(prints.get(0)).isEqualTo(prints.get(1)).isNotEqualTo(prints.get(2));
        assertThat(prints.get(3)).isEqualTo(prints.get(4)).isNotEqualTo(prints.get(0));
    }

    @Test
    void namesARejectionAsWellAsCanBe() {
        stream.send("key", without("text").getBytes(UTF_8));
        stream.send("key", "?".getBytes(UTF_8));
        stream.send(new TestRecord<>(null, "?".getBytes(UTF_8)));
        stream.send(new TestRecord<>(new byte[] {(byte) 0xFF, 0}, "?".getBytes(UTF_8)));
        stream.send(new TestRecord<>("key".getBytes(UTF_8), null));

        List<Message> rejected = stream.read(Topic.REJECTED);
        assertThat(rejected).extracting(Message::key).element(0).isEqualTo("a");
        assertThat(rejected).extracting(Message::key).element(1).isEqualTo("key");
        assertThat(rejected.get(2).key())
                .startsWith("unreadable-")
                .isEqualTo(rejected.get(3).key());
        assertThat(rejected.get(4).text("detail")).isEqualTo("the record has no value");
        assertThat(rejected.get(0).value().path("revision").asLong()).isEqualTo(1);
        assertThat(rejected.get(0).text("source")).isEqualTo("city");
        assertThat(rejected.get(1).value().path("revision").isNull()).isTrue();
    }

    @Test
    void aRecordUnderAnotherKeyIsRefused() {
        stream.send("b", GOOD.getBytes(UTF_8));
        assertThat(stream.read(Topic.REJECTED).get(0).text("detail")).contains("key is not the report's id");
    }

    @Test
    void aRecordLargerThanTheDoorAllowsIsRejectedWhole() {
        byte[] payload = new byte[Topic.MAX_RAW_BYTES + 1];
        Arrays.fill(payload, (byte) ' ');
        stream.send("a", payload);
        Message rejected = stream.read(Topic.REJECTED).get(0);
        assertThat(rejected.text("reason")).isEqualTo("RAW_TOO_LARGE");
        assertThat(Base64.getDecoder().decode(rejected.text("payloadBase64"))).hasSize(payload.length);
    }

    @Test
    void aPayloadThatFitsIntoNoMessageStaysAtItsOrigin() {
        stream.send("a", new byte[Rejections.MAX_PAYLOAD_BYTES + 1]);
        Message rejected = stream.read(Topic.REJECTED).get(0);
        assertThat(rejected.text("payloadBase64")).isEmpty();
        assertThat(rejected.text("detail")).endsWith("the payload stays at its origin");
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void strangeTextIsProcessedUnharmed(String text) {
        stream.send(report("a", 1, text));
        List<Message> processed = stream.read(Topic.PROCESSED);
        assertThat(processed).hasSize(1);
        assertThat(processed.get(0).text("text")).isEqualTo(text);
    }

    static Stream<String> strangeTexts() {
        return Stream.of(
                "半个\uD800代理对，投资3亿元。",
                "结尾\uDC00",
                "零\u0000字符，新增就业1200人。",
                "四字节𠮷野家\uD83D\uDE00，新增就业1200人。",
                "１２００人，㎡，\u202E反向\u200B，BOM\uFEFF。");
    }

    private static String nested(int levels) {
        return with("\"n\":" + "[".repeat(levels) + "]".repeat(levels));
    }

    private static String with(String field) {
        return GOOD.substring(0, GOOD.length() - 1) + "," + field + "}";
    }

    private static String without(String field) {
        try {
            JsonNode tree = Json.MAPPER.readTree(GOOD);
            return ((com.fasterxml.jackson.databind.node.ObjectNode) tree)
                    .without(List.of(field))
                    .toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
