package io.reportstream.standalone.local;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import java.util.Optional;

/** A component that does something more once it is started. */
record Announced(Component component, Runnable afterStart) implements Component {
    @Override
    public void start() {
        component.start();
        afterStart.run();
    }

    @Override
    public Health check() {
        return component.check();
    }

    @Override
    public Optional<String> failure() {
        return component.failure();
    }

    @Override
    public void close() {
        component.close();
    }
}
