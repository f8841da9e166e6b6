package io.reportstream.bench.faults;

import io.reportstream.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Submits new reports whatever is answered, and never waits as it is told to. */
final class Flood {
    private static final int TEXTS = 20;

    private final URI intake;
    private final Duration pause;
    private final int workers;
    private final List<String> texts = new ArrayList<>();
    private final Queue<Load.Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger withoutRetryAfter = new AtomicInteger();
    private int runs;

    /**
     * Nothing is sent yet.
     *
     * @param perSecond submissions of all workers, at most
     * @param parts of each text, some 300 characters each
     */
    Flood(URI intake, long seed, int workers, int perSecond, int parts) {
        this.intake = intake;
        this.workers = workers;
        this.pause = Duration.ofNanos(1_000_000_000L * workers / perSecond);
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < parts; part++) {
                text.append(Texts.report(random, i * parts + part)).append('\n');
            }
            texts.add(text.toString());
        }
    }

    /** Sends for some time, under new ids each time; returns when every submission that was begun has its answer, or none. */
    void run(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int run = runs++;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            int worker = i;
            Thread thread = new Thread(() -> work(run + "-" + worker, end), "flood-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(String worker, long end) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        long next = System.nanoTime();
        for (int n = 0; System.nanoTime() < end; n++) {
            String id = "flood-" + worker + "-" + n;
            String text = texts.get(n % TEXTS);
            int status = post(http, Json.bytes(Map.of("id", id, "source", "flood", "revision", 1, "text", text)));
            answers.computeIfAbsent(status, unused -> new AtomicInteger()).incrementAndGet();
            if (status == 202) {
                accepted.add(new Load.Accepted(id, 1, text));
            }
            next += pause.toNanos();
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
    }

    /** Status of the answer; 0 where there was none. */
    private int post(HttpClient http, byte[] json) {
        HttpRequest request = HttpRequest.newBuilder(intake)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            boolean refused = response.statusCode() == 429 || response.statusCode() == 503;
            if (refused && response.headers().firstValue("retry-after").isEmpty()) {
                withoutRetryAfter.incrementAndGet();
            }
            return response.statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    Queue<Load.Accepted> accepted() {
        return accepted;
    }

    /** Submissions by the status of their answer; 0 for none. */
    Map<Integer, Integer> answers() {
        Map<Integer, Integer> counts = new TreeMap<>();
        answers.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    int withoutRetryAfter() {
        return withoutRetryAfter.get();
    }
}
