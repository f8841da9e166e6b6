package io.reportstream.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Genre;
import io.reportstream.contract.MetricStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodDatesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2014年, 2014-01-01, 2014-12-31",
                "二〇二三年, 2023-01-01, 2023-12-31",
                "一九九八年, 1998-01-01, 1998-12-31",
                "2014年上半年, 2014-01-01, 2014-06-30",
                "2014年底, 2014-12-31, 2014-12-31",
                "2014年1-8月, 2014-01-01, 2014-08-31",
                "2016年2月, 2016-02-01, 2016-02-29",
                "2014年3月5日, 2014-03-05, 2014-03-05",
                "2014年2月30日, -, -",
                "2014年一季度, 2014-01-01, 2014-03-31",
                "2014年前三季度, 2014-01-01, 2014-09-30",
                "2018—2020年, 2018-01-01, 2020-12-31",
                "截至2014年9月底, -, 2014-09-30",
                "2019年以来, 2019-01-01, -",
                "“十三五”期间, 2016-01-01, 2020-12-31",
                "十二五末, 2015-12-31, 2015-12-31",
                "“九五”期间, 1996-01-01, 2000-12-31",
                "今年, 2023-01-01, 2023-12-31",
                "上半年, 2023-01-01, 2023-06-30",
                "1—5月, 2023-01-01, 2023-05-31",
                "前十个月, 2023-01-01, 2023-10-31",
                "截至6月底, -, 2023-06-30",
                "明年, 2024-01-01, 2024-12-31",
                "去年, -, -",
                "近年来, -, -",
                "五年来, -, -",
                "目前, -, -",
                "13-15月, -, -"
            })
    void readsWhatTheTextFixes(String expression, String start, String end) {
        Period period = new PeriodDates(2023, Genre.SUMMARY).of(expression, MetricStatus.ACTUAL);

        assertThat(text(period.start())).isEqualTo(start);
        assertThat(text(period.end())).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"今年, SUMMARY, TARGET", "年内, PLAN, TARGET", "去年, SUMMARY, ACTUAL"})
    void leavesOpenWhatTheTimeOfWritingDecides(String expression, Genre genre, MetricStatus status) {
        assertThat(new PeriodDates(2023, genre).of(expression, status)).isEqualTo(Period.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"去年, 2022-01-01", "今年, 2023-01-01"})
    void knowsWhenAnInterviewWasGiven(String expression, String start) {
        Period period = new PeriodDates(2023, Genre.INTERVIEW).of(expression, MetricStatus.TARGET);

        assertThat(text(period.start())).isEqualTo(start);
    }

    private static @org.jspecify.annotations.Nullable String text(
            java.time.@org.jspecify.annotations.Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
