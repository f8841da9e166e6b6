package io.reportstream.processor.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.reportstream.contract.Json;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in: a report that reads the same when written again, or a rejection by this stage. */
class RawReportDecoderFuzzTest {
    private static final RawReportDecoder DECODER = new RawReportDecoder();
    private static final int LONGEST_DETAIL = 200;

    static Stream<byte[]> reports() {
        Instant time = Instant.parse("2026-01-31T08:00:00.5Z");
        Map<String, String> attributes = Map.of("author", "甲", "page", "1");
        return Stream.of(
                        new RawReport(1, "a", 1, "s", null, "今年新增就业1200人。", null, null, Map.of(), time),
                        new RawReport(1, "a", 1, "s", "标题", "\uD83D", "http://x/", time, attributes, time))
                .map(Json::bytes);
    }

    @MethodSource("reports")
    @FuzzTest(maxDuration = "5m")
    void decoding(byte[] bytes) {
        Decoded decoded = DECODER.decode(bytes);
        if (decoded.report() instanceof Outcome.Accepted<RawReport> accepted) {
            RawReport report = accepted.value();
            assertThat(decoded.identity()).isEqualTo(new Identity(report.id(), report.revision(), report.source()));
            assertThat(DECODER.decode(Json.bytes(report))).isEqualTo(decoded);
        } else {
            Rejection rejection = ((Outcome.Rejected<RawReport>) decoded.report()).rejection();
            assertThat(rejection.stage()).isEqualTo(Stage.DECODE);
            assertThat(rejection.detail()).hasSizeBetween(1, LONGEST_DETAIL);
            assertThat(DECODER.decode(bytes)).isEqualTo(decoded);
        }
    }
}
