package io.reportstream.sink;

import io.reportstream.service.Health;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks the broker whether it is there. */
final class BrokerCheck {
    private static final int SECONDS = 2;

    Health check(@Nullable Admin admin) {
        if (admin == null) {
            return Health.down("not started");
        }
        try {
            admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
            return Health.ok();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return Health.down("the broker does not answer");
        }
    }
}
