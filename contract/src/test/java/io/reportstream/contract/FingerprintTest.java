package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isTheSameForTheSameCauseAlone() {
        // printf 'CLEAN\nNO_TEXT\n' | sha256sum
        String noText = Fingerprint.of(Stage.CLEAN, Reason.NO_TEXT, "");
        assertThat(noText).isEqualTo("bccf51e72a8fe75d");
        assertThat(Fingerprint.of(Stage.CLEAN, Reason.NO_TEXT, "x")).isNotEqualTo(noText);
        assertThat(Fingerprint.of(Stage.STORE, Reason.NO_TEXT, "")).isNotEqualTo(noText);
    }
}
