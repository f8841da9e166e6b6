package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void countsEmptyLinesButDoesNotReturnThem() throws IOException {
        assertThat(read("a\n\n \r\nb\r\nc", 10)).containsExactly("1:a", "4:b\r", "5:c");
    }

    @Test
    void readsTheRestOfALineThatIsTooLongWithoutKeepingIt() throws IOException {
        assertThat(read("12345\n123456\n" + "x".repeat(200_000) + "\nend\n", 5))
                .containsExactly("1:12345", "2:too long", "3:too long", "4:end");
    }

    @Test
    void anEmptyStreamHasNoLines() throws IOException {
        assertThat(read("", 5)).isEmpty();
        assertThat(read("\n\n", 5)).isEmpty();
    }

    private static List<String> read(String text, int maxBytes) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
        List<String> lines = new ArrayList<>();
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            byte[] bytes = line.bytes();
            lines.add(line.number() + ":" + (bytes == null ? "too long" : new String(bytes, StandardCharsets.UTF_8)));
        }
        return lines;
    }
}
