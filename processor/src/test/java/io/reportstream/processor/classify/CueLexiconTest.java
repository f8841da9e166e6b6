package io.reportstream.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CueLexiconTest {
    @Test
    void theLongestCueWinsWhateverItHolds() {
        assertThat(cues("存在的主要问题是:困难和问题不少")).containsExactly("存在的主要问题是 PROBLEM_OPEN", "困难和问题 PROBLEM_OPEN");
    }

    @Test
    void aWordHidesTheCueInsideIt() {
        assertThat(cues("重要任务,主要包括要素保障")).isEmpty();
        assertThat(cues("要继续努力")).containsExactly("要继续 PLAN_STRONG");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(cues("")).isEmpty();
    }

    private static List<String> cues(String text) {
        List<String> cues = new ArrayList<>();
        new CueLexicon().find(text, (start, end, kind) -> cues.add(text.substring(start, end) + " " + kind));
        return cues;
    }
}
