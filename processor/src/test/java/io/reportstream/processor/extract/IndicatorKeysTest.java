package io.reportstream.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.processor.lexicon.Tsv;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorKeysTest {
    private final IndicatorKeys keys = new IndicatorKeys(new Lexicons(), Tsv.load("lexicon/indicators.tsv"));

    @ParameterizedTest
    @CsvSource({
        "发明专利授权量, 发明专利授权",
        "授权发明专利, 发明专利授权",
        "发明专利授权, 发明专利授权",
        "高企, 高新技术企业",
        "国家高新技术企业总数, 高新技术企业",
        "新增高新技术企业, 高新技术企业新增",
        "全市地区生产总值, 地区生产总值",
        "国内生产总值, 地区生产总值",
        "GDP, 地区生产总值",
        "规上工业增加值, 规模以上工业增加值",
        "规模以上工业增加值, 规模以上工业增加值",
        "万人发明专利拥有量, 每万人口发明专利拥有",
        "每万人口发明专利拥有量, 每万人口发明专利拥有",
        "技术合同交易额, 技术合同成交额",
        "实现技术合同成交额, 技术合同成交额",
        "“揭榜挂帅”技术需求, 揭榜挂帅技术需求",
        "社会消费品零售总额, 社会消费品零售总额"
    })
    void meetsUnderOneName(String indicator, String key) {
        assertThat(keys.of(indicator)).isEqualTo(key);
        assertThat(keys.of(key)).as("the key of a key").isEqualTo(key);
    }
}
