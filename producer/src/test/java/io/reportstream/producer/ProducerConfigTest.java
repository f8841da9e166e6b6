package io.reportstream.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.service.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerConfigTest {
    private static final Path MINIMAL = Path.of("..", "config", "minimal.properties");
    private static final Path REFERENCE = Path.of("..", "config", "reference.properties");

    @Test
    void theMinimalFileIsEnough() {
        ProducerConfig config = ProducerConfig.from(Settings.load(MINIMAL, Map.of(), Map.of()));

        assertThat(config.kafka()).containsEntry("bootstrap.servers", "127.0.0.1:9092");
        assertThat(config.http().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void theReferenceFileNamesEveryKeyWithItsDefault() throws IOException {
        Properties reference = new Properties();
        try (Reader reader = Files.newBufferedReader(REFERENCE)) {
            reference.load(reader);
        }
        for (ConfigKey key : ProducerConfig.KEYS.configKeys().values()) {
            assertThat(reference.getProperty(key.name)).as(key.name).isNotNull();
            if (key.name.startsWith("producer.") && key.type != ConfigDef.Type.PASSWORD) {
                assertThat(reference.getProperty(key.name)).as(key.name).isEqualTo(String.valueOf(key.defaultValue));
            }
        }
        assertThat(ProducerConfig.from(Settings.load(REFERENCE, Map.of(), Map.of())))
                .isEqualTo(ProducerConfig.from(Settings.load(MINIMAL, Map.of(), Map.of())));
    }

    @Test
    void printsNoSecret() {
        ProducerConfig config = ProducerConfig.from(Settings.load(
                MINIMAL,
                Map.of("REPORTSTREAM_STORE_PASSWORD", "hunter2"),
                Map.of("kafka.sasl.jaas.config", "hunter3")));

        assertThat(config.store()).isNotNull();
        assertThat(config.store().password().value()).isEqualTo("hunter2");
        assertThat(config.toString()).doesNotContain("hunter");
    }

    @Test
    void worksWithoutAStore() {
        assertThat(ProducerConfig.from(Settings.of(Map.of("kafka.bootstrap.servers", "a:1")))
                        .store())
                .isNull();
    }

    @Test
    void listensWhereOthersCanConnectOnlyWithKeysOrWhenToldSo() {
        Settings reachable = Settings.of(Map.of("kafka.bootstrap.servers", "a:1", "producer.http.host", "0.0.0.0"));

        assertThatThrownBy(() -> ProducerConfig.from(reachable))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("producer.keys.path");
        assertThat(ProducerConfig.from(reachable.with(Map.of("producer.keys.path", "keys")))
                        .keysFile())
                .isEqualTo(Path.of("keys"));
        assertThat(ProducerConfig.from(reachable.with(Map.of("producer.open", "true")))
                        .keysFile())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "producer.http.prt=1",
                "producer.http.port=70000",
                "producer.http.host=",
                "producer.http.host=0.0.0.0",
                "producer.http.host=192.0.2.1",
                "producer.max.report.bytes=9000000",
                "producer.delivery.timeout.ms=soon",
                "producer.canary.interval.ms=60000",
                "kafka.bootstrap.servers="
            })
    void refusesWrongSettings(String setting) {
        int equals = setting.indexOf('=');
        Settings settings = Settings.of(Map.of("kafka.bootstrap.servers", "a:1"))
                .with(Map.of(setting.substring(0, equals), setting.substring(equals + 1)));

        assertThatThrownBy(() -> ProducerConfig.from(settings)).isInstanceOf(ConfigException.class);
    }
}
