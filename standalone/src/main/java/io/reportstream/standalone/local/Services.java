package io.reportstream.standalone.local;

import io.reportstream.processor.ProcessorApp;
import io.reportstream.processor.ProcessorConfig;
import io.reportstream.producer.ProducerApp;
import io.reportstream.producer.ProducerConfig;
import io.reportstream.service.Component;
import io.reportstream.service.Settings;
import io.reportstream.sink.SinkApp;
import io.reportstream.sink.SinkConfig;
import java.util.List;
import java.util.function.Function;

/** Our services, in the order in which they are started; stopped the other way round. */
final class Services {
    private Services() {}

    static List<Function<Settings, Component>> all() {
        return List.of(
                settings -> new ProducerApp(ProducerConfig.from(settings)),
                settings -> new ProcessorApp(ProcessorConfig.from(settings)),
                settings -> new SinkApp(SinkConfig.from(settings)));
    }
}
