package io.reportstream.bench.faults;

import io.reportstream.contract.Json;
import io.reportstream.contract.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A steady stream of submissions with known contents. A submitter that gets no answer, or 503, sends the same again
 * until it has its receipt.
 */
final class Load implements AutoCloseable {
    /** What was answered with 202, or acknowledged by the broker to a foreign writer. */
    record Accepted(String id, long revision, String text) {}

    private static final String SOURCE = "faults";
    private static final String STRANGER = "another";

    private final URI intake;
    private final Duration pause;
    private final KafkaProducer<String, byte[]> foreign;
    private final Random[] randoms;
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;
    private int begun;

    /** @param perSecond submissions per second of all workers, at most */
    Load(Rig rig, long seed, int workers, int perSecond) {
        this.intake = rig.intake();
        this.pause = Duration.ofMillis(1000L * workers / perSecond);
        this.foreign = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", rig.bootstrapServers(),
                        "delivery.timeout.ms", 300_000,
                        "reconnect.backoff.max.ms", 1_000),
                new StringSerializer(),
                new ByteArraySerializer());
        this.randoms = new Random[workers];
        for (int i = 0; i < workers; i++) {
            randoms[i] = new Random(seed * 31 + i);
        }
    }

    /** Goes on where {@link #pause()} stopped. */
    void resume() {
        running = true;
        begun++;
        for (int i = 0; i < randoms.length; i++) {
            int worker = i;
            Thread thread = new Thread(() -> work(worker), "load-" + i);
            thread.setDaemon(true);
            workers.add(thread);
            thread.start();
        }
    }

    /** Returns when every submission that was begun has its receipt. */
    void pause() {
        running = false;
        for (Thread worker : workers) {
            try {
                worker.join(Duration.ofMinutes(3).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (worker.isAlive()) {
                unexpected.add(worker.getName() + " got no receipt for 3 min");
            }
        }
        workers.clear();
        foreign.flush();
    }

    Queue<Accepted> accepted() {
        return accepted;
    }

    /** Answers that should not have been, such as a 400 for a good report. */
    Queue<String> unexpected() {
        return unexpected;
    }

    int attempts() {
        return attempts.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    private void work(int worker) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        Random random = randoms[worker];
        for (int n = 0; running; n++) {
            step(http, random, worker + "-" + begun + "-" + n, n);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void step(HttpClient http, Random random, String name, int n) {
        int dice = random.nextInt(100);
        String id = "r-" + name;
        String text = Texts.report(random, n);
        if (dice < 50) {
            submit(http, id, 1, text);
        } else if (dice < 65) {
            submit(http, id, 1, text);
            submit(http, id, 1, text);
        } else if (dice < 75) {
            submit(http, id, 1, text);
            submit(http, id, 2, Texts.report(random, n));
        } else if (dice < 85) {
            submit(http, id, 5, text);
            submit(http, id, 3, Texts.report(random, n));
        } else if (dice < 89) {
            submit(http, id, 1, Texts.strange(random, n));
        } else if (dice < 91) {
            submit(http, id, 1, Texts.twoReports(random, n));
        } else if (dice < 92) {
            submit(http, id, 1, text);
            submit(http, STRANGER, id, 2, Texts.report(random, n));
        } else if (dice < 94) {
            submit(http, "refused-" + name, 1, text);
        } else {
            spoil(Poison.any(random), name, random);
        }
    }

    private void spoil(Poison kind, String name, Random random) {
        String key = kind.key(name);
        var unused = foreign.send(
                new ProducerRecord<>(Topic.RAW.topicName(), key, kind.value(key, random)), (metadata, error) -> {
                    if (error == null) {
                        accepted.add(new Accepted(key, 1, ""));
                    }
                });
    }

    void submit(HttpClient http, String id, long revision, String text) {
        submit(http, SOURCE, id, revision, text);
    }

    /** Sends until there is a receipt. */
    private void submit(HttpClient http, String source, String id, long revision, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("source", source);
        body.put("revision", revision);
        body.put("text", text);
        byte[] json = Json.bytes(body);
        while (true) {
            int status = post(http, json);
            attempts.incrementAndGet();
            if (status == 202) {
                accepted.add(new Accepted(id, revision, text));
                return;
            }
            if (status >= 400 && status < 500 && status != 429) {
                unexpected.add("status " + status + " for " + id);
                return;
            }
            unanswered.incrementAndGet();
            Rig.pause(250);
        }
    }

    /** Status of the answer; 0 where there was none. */
    int post(HttpClient http, byte[] json) {
        HttpRequest request = HttpRequest.newBuilder(intake)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        running = false;
        foreign.close(Duration.ofSeconds(5));
    }
}
