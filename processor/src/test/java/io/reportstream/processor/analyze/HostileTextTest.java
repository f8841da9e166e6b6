package io.reportstream.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Outcome;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final Analyzer ANALYZER = new Analyzer();

    /** Half a million characters each; what grew with the square of the length would take hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲。",
                "一、甲\n",
                "一是乙。",
                "1、甲乙丙丁 戊!",
                "(一)下一步\n",
                "主持人:丙?\n丁:戊。\n",
                "以下工作:一是",
                "力争",
                "存在的主要问题是",
                "要",
                "2015年",
                "甲:",
                "。\n",
                "甲 "
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isReadInTime(String piece) {
        assertThat(ANALYZER.clean(piece.repeat(500_000 / piece.length()))
                        .then(ANALYZER::split)
                        .then(ANALYZER::segment)
                        .then(ANALYZER::classify))
                .isInstanceOf(Outcome.Accepted.class);
    }
}
