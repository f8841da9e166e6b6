package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.service.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String TEXT = "2023年，全市地区生产总值达到1.2万亿元，同比增长5.6%；朱镕基、喆、㎡、①。";
    private static final String TRADITIONAL = "二零二三年，全縣生產總值達到一千二百億元，比上年增長百分之五。";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf8", "GB18030", "gbk", "GB2312", "cp936", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void readsWhatIsDeclared(String charset) {
        Charset written =
                charset.equals("GB2312") || charset.equals("cp936") ? Charset.forName("GBK") : Charset.forName(charset);

        assertThat(TextDecoder.decode(TEXT.getBytes(written), charset)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"Big5, 一縣", "x-windows-950, 一碁裏恒", "Big5-HKSCS, 一碁裏恒①㗎"})
    void readsBig5AndItsExtensions(String written, String text) {
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName(written)), "Big5"))
                .isEqualTo(text);
    }

    static Stream<String> chineseTexts() {
        return Stream.of(TEXT, TEXT.repeat(50), "产值", "一、工作总结\r\n（一）经济增长。");
    }

    @ParameterizedTest
    @MethodSource("chineseTexts")
    void findsOutGb18030AndUtf8(String text) {
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName("GB18030")), null))
                .isEqualTo(text);
        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(text);
    }

    @Test
    void findsOutBig5() {
        assertThat(TextDecoder.decode(TRADITIONAL.getBytes(Charset.forName("Big5")), null))
                .isEqualTo(TRADITIONAL);
    }

    @Test
    void findsOutTheEncodingOfEverySeed() throws Exception {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(Path.of("..", "seeds"))) {
            seeds = files.toList();
        }
        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            String text = Files.readString(seed);
            assertThat(TextDecoder.decode(text.getBytes(Charset.forName("GB18030")), null))
                    .as(seed.toString())
                    .isEqualTo(text);
        }
    }

    @Test
    void aByteOrderMarkWinsAndIsNoText() {
        byte[] utf8 = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.decode(utf8, null)).isEqualTo(TEXT);
        assertThat(TextDecoder.decode(utf8, "GB18030")).isEqualTo(TEXT);
        assertThat(TextDecoder.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo(TEXT);
        assertThat(TextDecoder.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE), "utf-8"))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 6", "GB18030, 4"})
    void tellsWhereAByteDoesNotFit(String charset, int position) {
        byte[] bytes = "全市经济".getBytes(Charset.forName(charset));
        bytes[position] = (byte) 0xFF;

        Problem problem = Problems.of(() -> TextDecoder.decode(bytes, charset));

        assertThat(problem.code()).isEqualTo("BAD_ENCODING");
        assertThat(problem.more()).containsEntry("position", position).containsEntry("charset", charset);
        assertThat(problem.detailZh()).contains(charset);
    }

    @Test
    void refusesATextThatEndsInTheMiddleOfACharacter() {
        byte[] bytes = {'a', (byte) 0xE5, (byte) 0x85};

        assertThat(Problems.of(() -> TextDecoder.decode(bytes, "UTF-8")).more()).containsEntry("position", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "no such name!", "", "UTF-99"})
    void refusesUnknownCharsets(String name) {
        Problem problem = Problems.of(() -> TextDecoder.decode(new byte[] {65}, name));

        assertThat(problem.status()).isEqualTo(415);
        assertThat(problem.code()).isEqualTo("UNKNOWN_CHARSET");
    }

    @Test
    void asksForTheCharsetOfBytesThatFitNone() {
        byte[] bytes = new byte[63];
        Arrays.fill(bytes, (byte) 0xFF);
        bytes[0] = 0x20;

        assertThat(Problems.of(() -> TextDecoder.decode(bytes, null)).code()).isEqualTo("UNKNOWN_CHARSET");
    }

    @Test
    void emptyBytesAreAnEmptyText() {
        assertThat(TextDecoder.decode(new byte[0], null)).isEmpty();
        assertThat(TextDecoder.decode(new byte[0], "GB18030")).isEmpty();
    }
}
