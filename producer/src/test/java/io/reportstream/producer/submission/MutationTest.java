package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.service.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Valid bodies with some bytes changed, removed, repeated or put in: each is either refused with a problem, or a report that
 * comes back from the topic as it was. Nothing else may happen.
 */
@Timeout(120)
class MutationTest {
    private static final int ROUNDS = 3_000;
    private static final List<String> BODIES = List.of(
            "{\"id\":\"a\",\"source\":\"s\",\"title\":\"总结\",\"text\":\"一、工作\\u0000\\ud83d\\ude00𠮷\",\"publishedAt\":\"2024-01-31\"}",
            "{\"source\":\"s\",\"text\":\"t\",\"url\":\"http://a.cn/\",\"attributes\":{\"a\":\"b\"},\"revision\":12345}",
            "source=%E7%9C%81&id=7&title=a+b&url=http://a.cn&publishedAt=2024-01-31T00:00:00Z&revision=5");
    private static final byte[] TELLING =
            "{}[]\",:\\u\0\n%&=+-.eE0123456789dDtfn\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final Revisions revisions = new Revisions();
    private int accepted;
    private int refused;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void everyBodyIsRefusedOrComesBackAsItWas(String charset) throws IOException {
        Random random = new Random(charset.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(BODIES.get(round % BODIES.size()).getBytes(Charset.forName(charset)), random);
            try {
                String text = TextDecoder.decode(body, random.nextBoolean() ? charset : null);
                check(
                        round % 3 == 2
                                ? SubmissionQuery.read(QueryString.parse(text), text, null)
                                : SubmissionJson.read(text, null));
                accepted++;
            } catch (ProblemException e) {
                assertThat(e.problem().status()).isBetween(400, 499);
                assertThat(e.problem().detail()).isNotBlank();
                assertThat(e.problem().detailZh()).isNotBlank();
                refused++;
            }
        }
        assertThat(accepted).as("some get through").isGreaterThan(ROUNDS / 100);
        assertThat(refused).as("some do not").isGreaterThan(ROUNDS / 100);
    }

    private void check(Submission submission) throws IOException {
        RawReport report = submission.accept(revisions);
        assertThat(Json.MAPPER.readValue(Json.bytes(report), RawReport.class)).isEqualTo(report);
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] body = valid.clone();
        for (int change = random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(body.length + 1);
            int length = Math.min(random.nextInt(4), body.length - at);
            byte[] put = new byte[random.nextInt(3)];
            for (int i = 0; i < put.length; i++) {
                put[i] = random.nextBoolean() ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt();
            }
            byte[] next = new byte[body.length - length + put.length];
            System.arraycopy(body, 0, next, 0, at);
            System.arraycopy(put, 0, next, at, put.length);
            System.arraycopy(body, at + length, next, at + put.length, body.length - at - length);
            body = next;
        }
        return body;
    }
}
