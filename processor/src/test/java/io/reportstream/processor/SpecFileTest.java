package io.reportstream.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpecFileTest {
    @Test
    void readsTitleInputAndExpectedRows() {
        String file =
                "# about this file\n\n## one\nline 1\nline 2\n.\nA  1\nB  2\n\n## nothing expected\n50{U+FF05}\n.\n";
        assertThat(SpecFile.parse("f", file))
                .containsExactly(
                        new SpecFile.Example("one", "line 1\nline 2", "A  1\nB  2"),
                        new SpecFile.Example("nothing expected", "50\uFF05", ""));
    }

    @Test
    void refusesFilesWithoutExamplesAndExamplesWithoutSeparator() {
        assertThatThrownBy(() -> SpecFile.parse("f", "# nothing\n")).hasMessageContaining("no examples");
        assertThatThrownBy(() -> SpecFile.parse("f", "## a\ntext\n")).hasMessageContaining("no line with a full stop");
    }
}
