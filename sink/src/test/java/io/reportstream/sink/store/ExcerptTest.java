package io.reportstream.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void evidenceIsTheSentenceAroundTheSurface() {
        assertThat(sentence("前一句。今年新增企业100家，增长5%。后一句。", "100家")).isEqualTo("今年新增企业100家，增长5%。");
    }

    @Test
    void aSentenceAtTheEdgesOfTheTextIsWhole() {
        assertThat(sentence("新增100家", "100家")).isEqualTo("新增100家");
    }

    @Test
    void aLongSentenceIsCutOnBothSides() {
        String text = "长".repeat(500) + "100家" + "长".repeat(500);
        assertThat(sentence(text, "100家")).isEqualTo("长".repeat(80) + "100家" + "长".repeat(80));
    }

    @Test
    void aCutNeverSplitsAPair() {
        String text = "😀".repeat(60) + "长100家长" + "😀".repeat(60);
        assertThat(sentence(text, "100家"))
                .isEqualTo("😀".repeat(39) + "长100家长" + "😀".repeat(39))
                .doesNotContain("\ufffd");
    }

    @Test
    void aSectionBeginsWithItsFirst200Units() {
        assertThat(Excerpt.beginning("首" + "文".repeat(300), 1, 301)).isEqualTo("文".repeat(200));
        assertThat(Excerpt.beginning("短文。", 0, 3)).isEqualTo("短文。");
    }

    private static String sentence(String text, String surface) {
        int start = text.indexOf(surface);
        return Excerpt.sentence(text, start, start + surface.length());
    }
}
