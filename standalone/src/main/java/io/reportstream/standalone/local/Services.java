package io.reportstream.standalone.local;

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
        return List.of(settings -> new SinkApp(SinkConfig.from(settings)));
    }
}
