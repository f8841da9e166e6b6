package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a\u3000", "a\nb", "a\u0000", "\uD800", "a\uDC00b"})
    void refuses(String id) {
        assertThat(ReportId.isValid(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "临沂市/2023 年报", "𠮷", "urn:x:1?b=c"})
    void takes(String id) {
        assertThat(ReportId.isValid(id)).isTrue();
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThat(ReportId.isValid("x".repeat(200))).isTrue();
        assertThat(ReportId.isValid("x".repeat(201))).isFalse();
    }

    @Test
    void derivesFromSourceAndText() {
        // printf 'city\0报告' | sha256sum
        assertThat(ReportId.derive("city", "报告")).isEqualTo("sha256-ea31bf3b1699c1fc36dc8f5b39b688f7f382029f");
        assertThat(ReportId.derive("city", "报")).isNotEqualTo(ReportId.derive("city", "报告"));
    }
}
