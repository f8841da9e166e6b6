package io.reportstream.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.service.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorConfigTest {
    private static final Path CONFIG = Path.of("..", "config");

    private static ProcessorConfig config(String... more) {
        Settings settings = Settings.of(Map.of("kafka.bootstrap.servers", "127.0.0.1:1"));
        for (int i = 0; i < more.length; i += 2) {
            settings = settings.with(Map.of(more[i], more[i + 1]));
        }
        return ProcessorConfig.from(settings);
    }

    @Test
    void needsOnlyABroker() {
        ProcessorConfig config = config();
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.commitInterval()).isEqualTo(Duration.ofMillis(25));
        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> ProcessorConfig.from(Settings.of(Map.of()))).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal.properties", "reference.properties"})
    void readsTheFilesThatAreShipped(String file) {
        ProcessorConfig config = ProcessorConfig.from(Settings.load(CONFIG.resolve(file), Map.of(), Map.of()));
        assertThat(config.applicationId()).isEqualTo("reportstream-processor");
    }

    @Test
    void theReferenceNamesEverySettingWithItsDefault() throws IOException {
        Properties reference = new Properties();
        try (Reader reader = Files.newBufferedReader(CONFIG.resolve("reference.properties"))) {
            reference.load(reader);
        }
        ProcessorConfig.KEYS.configKeys().forEach((name, key) -> {
            assertThat(reference).containsKey(name);
            if (key.hasDefault() && key.type != ConfigDef.Type.PASSWORD) {
                assertThat(reference.getProperty(name)).as(name).isEqualTo(String.valueOf(key.defaultValue));
            }
        });
    }

    @Test
    void printsNoSecret() {
        assertThat(config("kafka.sasl.jaas.config", "module password=secret").toString())
                .doesNotContain("secret");
    }

    @Test
    void refusesUnknownAndWrongSettings() {
        assertThatThrownBy(() -> config("processor.thread", "2")).hasMessageContaining("processor.thread");
        assertThatThrownBy(() -> config("processor.threads", "0")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> config("processor.group.protocol", "consumer")).isInstanceOf(ConfigException.class);
    }

    @Test
    void passesKafkaSettingsOnButNotOverThePromises() {
        Properties streams = StreamsSettings.of(config(
                "kafka.producer.linger.ms", "7",
                "kafka.security.protocol", "SSL",
                "kafka.processing.guarantee", "at_least_once"));
        assertThat(streams)
                .containsEntry("bootstrap.servers", "127.0.0.1:1")
                .containsEntry("producer.linger.ms", "7")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("processing.guarantee", "exactly_once_v2");
        assertThat(new StreamsConfig(streams).getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG))
                .isEqualTo(2);
    }
}
