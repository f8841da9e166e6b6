package io.reportstream.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The highest values of some metrics of services that run, looked at every second. */
final class Highest implements AutoCloseable {
    private static final Pattern HEAP =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} ([0-9.E+]+)$");
    private static final Pattern LAG = Pattern.compile("(?m)^reportstream_raw_lag\\{[^}]*} ([0-9.E+]+)$");

    private final Map<String, URI> services;
    private final Map<String, Double> heap = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Thread thread = new Thread(this::look, "highest");
    private volatile double lag;

    /** @param services where the metrics of each are */
    Highest(Map<String, URI> services) {
        this.services = services;
        thread.setDaemon(true);
        thread.start();
    }

    /** Of the heap, by service, in MiB. */
    Map<String, Long> heapMebibytes() {
        Map<String, Long> rounded = new TreeMap<>();
        heap.forEach((service, bytes) -> rounded.put(service, Math.round(bytes / 1024 / 1024)));
        return rounded;
    }

    /** Of the accepted reports that wait to be processed. */
    long lag() {
        return Math.round(lag);
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            services.forEach(this::look);
            Rig.pause(1_000);
        }
    }

    private void look(String service, URI metrics) {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build();
        try {
            String scraped = http.send(request, BodyHandlers.ofString()).body();
            heap.merge(service, sum(HEAP, scraped), Math::max);
            lag = Math.max(lag, sum(LAG, scraped));
        } catch (IOException e) {
            // Too busy to answer; the next look may find it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double sum(Pattern metric, String scraped) {
        double sum = 0;
        Matcher matcher = metric.matcher(scraped);
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return sum;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
