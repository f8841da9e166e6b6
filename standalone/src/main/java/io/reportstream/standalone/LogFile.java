package io.reportstream.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where a process with everything in it logs: to a file, leaving the terminal to errors of our own. */
public final class LogFile {
    private static final String CONSOLE = "CONSOLE";
    private static final int KEPT = 3;

    private LogFile() {}

    /** From now on, all goes to {@code file}; our own errors go to standard error as well. */
    public static void use(Path file) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(rolling(root.getLoggerContext(), file.toString()));
        Appender<ILoggingEvent> console = root.getAppender(CONSOLE);
        if (console != null) {
            ThresholdFilter errors = new ThresholdFilter();
            errors.setLevel(Level.ERROR.toString());
            errors.start();
            console.addFilter(errors);
            // Broker and clients report as errors what they then retry.
            root.detachAppender(console);
            root.getLoggerContext().getLogger("io.reportstream").addAppender(console);
        }
    }

    private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, String file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %msg%n");
        encoder.start();
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(appender);
        older.setFileNamePattern(file + ".%i");
        older.setMaxIndex(KEPT);
        older.start();
        appender.setRollingPolicy(older);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(10 * FileSize.MB_COEFFICIENT));
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }
}
