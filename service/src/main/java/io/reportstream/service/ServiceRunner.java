package io.reportstream.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one component as a process: until SIGTERM or SIGINT, then closes it. */
public final class ServiceRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

    private ServiceRunner() {}

    /**
     * Blocks until the JVM is told to stop, or the component fails for good. What was begun is closed before anything is
     * thrown.
     *
     * @param bound how long closing may take; the process then ends regardless
     * @throws IllegalStateException if the component fails for good
     */
    public static void run(String name, Component component, Duration bound) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    close(name, component, bound);
                    stopped.countDown();
                },
                name + "-stop");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            component.start();
        } catch (RuntimeException e) {
            close(name, component, bound);
            forget(closing);
            throw e;
        }
        LOG.info("{} runs", name);
        while (!stopped.await(1, TimeUnit.SECONDS)) {
            Optional<String> failure = component.failure();
            if (failure.isPresent()) {
                close(name, component, bound);
                forget(closing);
                throw new IllegalStateException(name + " failed: " + failure.get());
            }
        }
    }

    /**
     * Runs {@code work} while the component runs, then closes it, also when the JVM is told to stop meanwhile.
     *
     * @param bound how long closing may take
     */
    public static <T> T during(String name, Component component, Duration bound, Callable<T> work) throws Exception {
        Thread closing = new Thread(() -> close(name, component, bound), name + "-stop");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            component.start();
            return work.call();
        } finally {
            close(name, component, bound);
            forget(closing);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("stopping already", e);
        }
    }

    private static void close(String name, Component component, Duration bound) {
        Thread worker = new Thread(component::close, name + "-close");
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(bound.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (worker.isAlive()) {
            LOG.error("{} did not close within {} s", name, bound.toSeconds());
        } else {
            LOG.info("{} stopped", name);
        }
    }
}
