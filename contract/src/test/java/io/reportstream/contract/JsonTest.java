package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "生产总值1.2万亿元",
                "four bytes: 𠮷野家 \uD83D\uDE00",
                "lone high \uD800 in the middle",
                "lone low \uDC00, then high at the end \uD800",
                "two highs \uD800\uD800\uDC00, backslash \\\uDFFF",
                "NUL \u0000, quote \", line\u2028 end\n"
            })
    void readsBackEveryText(String text) throws Exception {
        RawReport report =
                new RawReport(1, "id", 1, "source", null, text, null, null, Map.of(), Instant.ofEpochMilli(1_700_000));
        assertThat(Json.MAPPER.readValue(Json.bytes(report), RawReport.class)).isEqualTo(report);
    }

    @Test
    void writesChineseUnescaped() {
        assertThat(new String(Json.bytes(Map.of("a", "同比")), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"同比\"}");
    }

    @Test
    void refusesWhatIsTooDeepOrFollowedByMore() {
        String deep = "[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1);
        assertThatThrownBy(() -> Json.MAPPER.readTree(deep)).isInstanceOf(StreamConstraintsException.class);
        assertThatThrownBy(() -> Json.MAPPER.readTree("{} {}")).isInstanceOf(MismatchedInputException.class);
    }
}
