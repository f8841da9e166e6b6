package io.reportstream.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Label;
import io.reportstream.contract.Metric;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "十一, 11",
        "二十, 20",
        "二十三, 23",
        "一百零五, 105",
        "一百一十, 110",
        "两百五, 250",
        "三百六十五, 365",
        "一千零一, 1001",
        "一千六, 1600",
        "两千零二十, 2020",
        "一万五, 15000",
        "一万零五, 10005",
        "一万五千, 15000",
        "十二万, 120000",
        "二十三万四千五百, 234500",
        "七千零五十一万零三百零五, 70510305",
        "四千五百零四万四千三百一十八, 45044318",
        "一亿, 100000000",
        "三亿二千万, 320000000",
        "一万二千亿, 1200000000000",
        "两万亿, 2000000000000",
        "三点五, 3.5",
        "三点五万, 35000",
        "1.2万亿, 1200000000000",
        "3千, 3000",
        "5百, 500",
        "12.5万, 125000",
        "80多万, 800000"
    })
    void worksOutWhatIsPrinted(String printed, BigDecimal value) {
        assertThat(ExtractFixture.extract("总额达到" + printed + "元。", Label.ACHIEVEMENT))
                .extracting(Metric::value)
                .containsExactly(value.stripTrailingZeros().scale() < 0 ? value.setScale(0) : value);
    }
}
