package io.reportstream.producer.gateway;

import io.reportstream.service.ServiceRunner;
import io.reportstream.service.SettingsOptions;
import java.security.Security;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "gateway",
        description = "One address in front of several producers, which answers as long as one of them does.",
        mixinStandardHelpOptions = true)
public final class GatewayCommand implements Callable<Integer> {
    private static final Duration CLOSING = Duration.ofSeconds(15);

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        // A producer that comes back with another address is found at the next look, not half a minute later.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
        ServiceRunner.run("gateway", new GatewayApp(GatewayConfig.from(settings.load())), CLOSING);
        return 0;
    }
}
