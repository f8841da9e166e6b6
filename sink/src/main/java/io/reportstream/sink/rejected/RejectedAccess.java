package io.reportstream.sink.rejected;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.service.SettingsOptions;
import io.reportstream.sink.SinkConfig;
import io.reportstream.sink.store.Database;
import picocli.CommandLine.Mixin;

/** How the commands reach the rejections; a picocli mixin. */
final class RejectedAccess {
    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    SinkConfig config() {
        return SinkConfig.from(settings.loadForClient());
    }

    static HikariDataSource open(SinkConfig config) {
        return Database.open(config.store(), "reportstream-rejected", 1);
    }
}
