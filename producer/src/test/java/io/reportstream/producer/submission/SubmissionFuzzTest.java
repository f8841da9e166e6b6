package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.service.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes are submitted: a report that comes back from the topic as it was, or a problem that says why. With {@code
 * JAZZER_FUZZ=1} in the environment a fuzzer goes on from the examples here.
 */
class SubmissionFuzzTest {
    private static final List<String> BODIES = List.of(
            "{\"id\":\"a\",\"source\":\"s\",\"title\":\"总结\",\"text\":\"一、工作\\u0000\\ud83d\\ude00𠮷\",\"publishedAt\":\"2024-01-31\"}",
            "{\"source\":\"s\",\"text\":\"t\",\"url\":\"http://a.cn/\",\"attributes\":{\"a\":\"b\"},\"revision\":12345}",
            "source=%E7%9C%81&id=7&title=a+b&url=http://a.cn&publishedAt=2024-01-31T00:00:00%2B08:00&revision=5");
    /** The first byte of an example chooses; where it is none of these, the charset is to be found out. */
    private static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "UTF-16LE", "Big5", "gb2312", "Latin-9");

    private static final int QUERY = 16;
    private static final Revisions REVISIONS = new Revisions();

    static Stream<byte[]> bodies() {
        return BODIES.stream()
                .flatMap(body -> IntStream.of(0, 1, 2, 15).mapToObj(choice -> {
                    Charset charset =
                            choice < CHARSETS.size() ? Charset.forName(CHARSETS.get(choice)) : StandardCharsets.UTF_8;
                    byte[] bytes = body.getBytes(charset);
                    byte[] input = new byte[bytes.length + 1];
                    input[0] = (byte) (body.startsWith("{") ? choice : choice + QUERY);
                    System.arraycopy(bytes, 0, input, 1, bytes.length);
                    return input;
                }));
    }

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "5m")
    void submitting(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        int choice = input[0] & (QUERY - 1);
        String charset = choice < CHARSETS.size() ? CHARSETS.get(choice) : null;
        try {
            RawReport report = read(body, charset, (input[0] & QUERY) != 0).accept(REVISIONS);
            assertThat(Json.MAPPER.readValue(Json.bytes(report), RawReport.class))
                    .isEqualTo(report);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isBetween(400, 499);
            assertThat(e.problem().detail()).isNotBlank().hasSizeLessThan(300);
            assertThat(e.problem().detailZh()).isNotBlank();
        }
    }

    private static Submission read(byte[] body, @Nullable String charset, boolean query) {
        String text = TextDecoder.decode(body, charset);
        return query ? SubmissionQuery.read(QueryString.parse(text), text, null) : SubmissionJson.read(text, null);
    }
}
