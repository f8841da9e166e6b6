package io.reportstream.producer.replay;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on a terminal, nothing elsewhere. */
public final class ReplayProgress implements AutoCloseable {
    private final @Nullable ProgressBar bar;
    private final long expected;
    private long submitted;

    private ReplayProgress(@Nullable ProgressBar bar, long expected) {
        this.bar = bar;
        this.expected = expected;
    }

    /** A bar on standard error, if that is a terminal. */
    public static ReplayProgress onTerminal(long expected) {
        return isTerminal()
                ? new ReplayProgress(
                        new ProgressBarBuilder()
                                .setTaskName("replay")
                                .setInitialMax(expected)
                                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                                .showSpeed()
                                .build(),
                        expected)
                : silent();
    }

    public static ReplayProgress silent() {
        return new ReplayProgress(null, 0);
    }

    /** One more was read; a file of lines can hold more than expected. */
    void submitted() {
        if (bar != null && ++submitted > expected) {
            bar.maxHint(submitted);
        }
    }

    void settled(int more) {
        if (bar != null) {
            bar.stepBy(more);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** Newer JDKs have a console even where the output is redirected, and a method that tells; Java 17 has not. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            Object terminal = Console.class.getMethod("isTerminal").invoke(System.console());
            return Boolean.TRUE.equals(terminal);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
