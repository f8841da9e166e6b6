package io.reportstream.sink;

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
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkConfigTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Settings SETTINGS = Settings.of(Map.of(
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "kafka.sasl.jaas.config", "module password=secret-of-kafka",
            "store.jdbc.url", "jdbc:postgresql://127.0.0.1:5432/reports",
            "store.password", "secret-of-store"));

    @Test
    void hasDefaultsForAllButBrokerAndDatabase() {
        SinkConfig config = SinkConfig.from(SETTINGS);

        assertThat(config.consumers().consumers()).isEqualTo(2);
        assertThat(config.consumers().batchReports()).isEqualTo(50);
        assertThat(config.http().loopback()).isTrue();
        assertThat(config.store().user()).isEqualTo("reportstream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal.properties", "reference.properties"})
    void readsTheFilesThatAreShipped(String file) {
        SinkConfig config = SinkConfig.from(Settings.load(CONFIG.resolve(file), Map.of(), Map.of()));

        assertThat(config.consumers().group()).isEqualTo("reportstream-sink");
    }

    @Test
    void theReferenceNamesEverySettingWithItsDefault() throws IOException {
        Properties reference = new Properties();
        try (Reader reader = Files.newBufferedReader(CONFIG.resolve("reference.properties"))) {
            reference.load(reader);
        }
        SinkConfig.KEYS.configKeys().forEach((name, key) -> {
            assertThat(reference).containsKey(name);
            if (key.hasDefault() && name.startsWith("sink.") && key.type != ConfigDef.Type.PASSWORD) {
                assertThat(reference.getProperty(name)).as(name).isEqualTo(String.valueOf(key.defaultValue));
            }
        });
    }

    @Test
    void passesKafkaSettingsThrough() {
        assertThat(SinkConfig.from(SETTINGS).consumers().kafka())
                .containsEntry("bootstrap.servers", "127.0.0.1:9092")
                .containsKey("sasl.jaas.config");
    }

    @Test
    void printsNoSecret() {
        assertThat(SinkConfig.from(SETTINGS).toString()).doesNotContain("secret");
    }

    @Test
    void refusesAUrlThatHoldsAPassword() {
        Settings settings =
                SETTINGS.with(Map.of("store.jdbc.url", "jdbc:postgresql://127.0.0.1/reports?password=secret"));

        assertThatThrownBy(() -> SinkConfig.from(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> SinkConfig.from(SETTINGS.with(Map.of("sink.batch.rows", "1"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sink.batch.rows");
    }

    @Test
    void listensWhereOthersCanConnectOnlyWithKeys() {
        Settings others = SETTINGS.with(Map.of("sink.http.host", "0.0.0.0"));

        assertThatThrownBy(() -> SinkConfig.from(others))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sink.keys.path");
        assertThat(SinkConfig.from(others.with(Map.of("sink.keys.path", "/keys")))
                        .keysFile())
                .isEqualTo(Path.of("/keys"));
        assertThat(SinkConfig.from(others.with(Map.of("sink.open", "true"))).keysFile())
                .isNull();
    }
}
