package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.RawReport;
import io.reportstream.service.Problem;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionJsonTest {
    @Test
    void readsEveryField() {
        Submission read = SubmissionJson.read("""
                {"id": "a-1", "source": "临沂市科技局", "title": "总结", "text": "一、工作", "publishedAt": "2024-01-31T09:00:00+08:00",
                 "url": "https://www.example.gov.cn/政策?id=1", "attributes": {"处室": "办公室"}, "revision": 7}
                """, null);

        assertThat(read)
                .isEqualTo(new Submission(
                        "a-1",
                        "临沂市科技局",
                        "总结",
                        "一、工作",
                        "https://www.example.gov.cn/政策?id=1",
                        Instant.parse("2024-01-31T01:00:00Z"),
                        Map.of("处室", "办公室"),
                        7L));
    }

    @Test
    void fieldsThatAreNullAreNotGiven() {
        Submission read = SubmissionJson.read(
                "{\"source\":\"s\",\"text\":\"t\",\"id\":null,\"title\":null,\"url\":null,\"publishedAt\":null,"
                        + "\"attributes\":null,\"revision\":null}",
                null);

        assertThat(read).isEqualTo(new Submission(null, "s", null, "t", null, null, Map.of(), null));
    }

    @Test
    void aDateBeginsInChina() {
        assertThat(SubmissionJson.read("{\"source\":\"s\",\"text\":\"t\",\"publishedAt\":\"2024-01-31\"}", null)
                        .publishedAt())
                .isEqualTo("2024-01-30T16:00:00Z");
    }

    @Test
    void theTextStaysAsItIsWithNulAndLoneSurrogates() {
        Submission read = SubmissionJson.read("{\"source\":\"s\",\"text\":\" a\\u0000b\\ud83d c\\r\\n\"}", null);

        assertThat(read.text()).isEqualTo(" a\0b\uD83D c\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"source\":\"s\" \"text\":\"t\"} | 1 | 15",
                "{\"source\":\"s\",\"source\":\"s\",\"text\":\"t\"} | 1 | 0",
                "{\"source\":\"s\",\"text\":\"t\"} x | 1 | 0",
                "{\"source\":\"s\",\"text\":\"t | 1 | 0",
                "{'source':'s'} | 1 | 2",
                "nonsense | 1 | 0"
            })
    void tellsWhereItIsNotJson(String json, int line, int column) {
        Problem problem = Problems.of(() -> SubmissionJson.read(json, null));

        assertThat(problem.code()).isEqualTo("NOT_JSON");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.more()).containsEntry("line", line);
        if (column > 0) {
            assertThat(problem.more()).containsEntry("column", column);
        }
        assertThat(problem.detailZh()).contains("行");
    }

    @Test
    void tellsTheLineOfAMistake() {
        Problem problem = Problems.of(() -> SubmissionJson.read("{\"source\": \"s\",\n \"text\": oops}", null));

        assertThat(problem.more()).containsEntry("line", 2).containsEntry("position", 25L);
    }

    @Test
    void anEmptyBodyIsNotJson() {
        assertThat(Problems.of(() -> SubmissionJson.read("", null)).code()).isEqualTo("NOT_JSON");
        assertThat(Problems.of(() -> SubmissionJson.read(" \n", null)).code()).isEqualTo("NOT_JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\":\"t\"} | source",
                "{\"source\":\"s\"} | text",
                "{\"source\":\"s\",\"text\":5} | text",
                "{\"source\":\"s\",\"text\":[\"t\"]} | text",
                "{\"source\":{},\"text\":\"t\"} | source",
                "{\"source\":\"\",\"text\":\"t\"} | source",
                "{\"source\":\" s\",\"text\":\"t\"} | source",
                "{\"source\":\"a\\nb\",\"text\":\"t\"} | source",
                "{\"id\":\"\",\"source\":\"s\",\"text\":\"t\"} | id",
                "{\"id\":\"x\\u3000\",\"source\":\"s\",\"text\":\"t\"} | id",
                "{\"id\":\"x\\ud800\",\"source\":\"s\",\"text\":\"t\"} | id",
                "{\"id\":\"x\\u0000y\",\"source\":\"s\",\"text\":\"t\"} | id",
                "{\"id\":7,\"source\":\"s\",\"text\":\"t\"} | id",
                "{\"revision\":-1,\"source\":\"s\",\"text\":\"t\"} | revision",
                "{\"revision\":1.5,\"source\":\"s\",\"text\":\"t\"} | revision",
                "{\"revision\":\"1\",\"source\":\"s\",\"text\":\"t\"} | revision",
                "{\"revision\":9223372036854775808,\"source\":\"s\",\"text\":\"t\"} | revision",
                "{\"publishedAt\":\"yesterday\",\"source\":\"s\",\"text\":\"t\"} | publishedAt",
                "{\"publishedAt\":\"2024-02-30\",\"source\":\"s\",\"text\":\"t\"} | publishedAt",
                "{\"url\":\"javascript:alert(1)\",\"source\":\"s\",\"text\":\"t\"} | url",
                "{\"url\":\"no address\",\"source\":\"s\",\"text\":\"t\"} | url",
                "{\"title\":\"a\\u0000\",\"source\":\"s\",\"text\":\"t\"} | title",
                "{\"attributes\":[],\"source\":\"s\",\"text\":\"t\"} | attributes",
                "{\"attributes\":{\"a\":1},\"source\":\"s\",\"text\":\"t\"} | attributes",
                "{\"attributes\":{\"\":\"1\"},\"source\":\"s\",\"text\":\"t\"} | attributes"
            })
    void tellsWhichFieldIsWrong(String json, String field) {
        Problem problem = Problems.of(() -> SubmissionJson.read(json, null));

        assertThat(problem.code()).isEqualTo("WRONG_SHAPE");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.more()).containsEntry("field", field);
        assertThat(problem.detail()).startsWith(field);
        assertThat(problem.detailZh()).startsWith(field);
    }

    @Test
    void refusesUnknownFieldsWithTheirPlace() {
        Problem problem = Problems.of(() -> SubmissionJson.read("{\"source\":\"s\",\"txt\":\"t\"}", null));

        assertThat(problem.code()).isEqualTo("WRONG_SHAPE");
        assertThat(problem.more()).containsEntry("field", "txt").containsEntry("line", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "5", "null", "true"})
    void aReportIsAnObject(String json) {
        assertThat(Problems.of(() -> SubmissionJson.read(json, null)).code()).isEqualTo("WRONG_SHAPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \\n\\t", "\\u3000\\u00a0", "\\u0000", "\\ufeff"})
    void aReportHasText(String text) {
        Problem problem = Problems.of(() -> SubmissionJson.read("{\"source\":\"s\",\"text\":\"" + text + "\"}", null));

        assertThat(problem.code()).isEqualTo("NO_TEXT");
        assertThat(problem.status()).isEqualTo(422);
    }

    @Test
    void boundsIdsTitlesAndAttributes() {
        assertThat(SubmissionJson.read(with("id", "\"" + "号".repeat(200) + "\""), null)
                        .id())
                .hasSize(200);
        assertThat(Problems.of(() -> SubmissionJson.read(with("id", "\"" + "号".repeat(201) + "\""), null))
                        .more())
                .containsEntry("field", "id");
        assertThat(Problems.of(() -> SubmissionJson.read(with("title", "\"" + "t".repeat(501) + "\""), null))
                        .more())
                .containsEntry("field", "title");
        StringBuilder many = new StringBuilder("{\"0\":\"\"");
        for (int i = 1; i <= 50; i++) {
            many.append(",\"").append(i).append("\":\"\"");
        }
        assertThat(Problems.of(() -> SubmissionJson.read(with("attributes", many + "}"), null))
                        .more())
                .containsEntry("field", "attributes");
    }

    @Test
    @Timeout(20)
    void deepNestingEndsAtOnce() {
        String deep = "[".repeat(1_000_000);

        assertThat(Problems.of(() -> SubmissionJson.read(deep, null)).code()).isEqualTo("WRONG_SHAPE");
        assertThat(Problems.of(() -> SubmissionJson.read("{\"a\":" + deep, null))
                        .code())
                .isEqualTo("WRONG_SHAPE");
        assertThat(Problems.of(() -> SubmissionJson.read("{\"text\":" + deep, null))
                        .code())
                .isEqualTo("WRONG_SHAPE");
    }

    @Test
    void theSameSubmissionHasTheSameIdAndALaterRevision() {
        Revisions revisions = new Revisions();
        String json = "{\"source\":\"s\",\"text\":\"一、工作\"}";

        RawReport first = SubmissionJson.read(json, null).accept(revisions);
        RawReport second = SubmissionJson.read(json, null).accept(revisions);

        // printf 's\0一、工作' | sha256sum
        assertThat(first.id()).isEqualTo("sha256-5fc0ec3edee0a3c44930979690499a89eac1f8b4");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.revision()).isGreaterThan(first.revision());
        assertThat(SubmissionJson.read(with("revision", "3"), null)
                        .accept(revisions)
                        .revision())
                .isEqualTo(3);
    }

    private static String with(String field, String value) {
        return "{\"source\":\"s\",\"text\":\"t\",\"" + field + "\":" + value + "}";
    }
}
