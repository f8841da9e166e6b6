package io.reportstream.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The whole stream as seven processes: broker, database, producer, two processors, two sinks. */
final class Rig implements AutoCloseable {
    private final Path directory;
    private final int kafkaPort = freePort();
    private final int databasePort = freePort();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<String> diedAlone = new ArrayList<>();

    Rig(Path directory) {
        this(directory, List.of());
    }

    /** @param producer settings of the producer, besides where it finds the others */
    Rig(Path directory, List<String> producer) {
        this.directory = directory;
        add("broker", "-Xmx512m", List.of("broker", "--data", dir("kafka"), "--port", "" + kafkaPort));
        add("database", "-Xmx128m", List.of("database", "--data", dir("postgres"), "--port", "" + databasePort));
        service("producer", "producer", "-Xmx512m", producer);
        for (int i = 1; i <= 2; i++) {
            service("processor-" + i, "processor", "-Xmx768m", List.of("processor.state.dir=" + dir("state-" + i)));
            service("sink-" + i, "sink", "-Xmx384m", List.of("sink.instance=sink-" + i));
        }
    }

    private void service(String name, String command, String heap, List<String> settings) {
        int port = freePort();
        ports.put(name, port);
        List<String> arguments = new ArrayList<>(List.of(command, "--config", dir("rig.properties")));
        List<String> all = new ArrayList<>(settings);
        all.add(command + ".http.port=" + port);
        all.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        add(name, heap, arguments);
    }

    private void add(String name, String heap, List<String> arguments) {
        children.put(name, new Child(name, directory, heap, arguments));
    }

    private String dir(String name) {
        return directory.resolve(name).toString();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    URI intake() {
        return URI.create("http://127.0.0.1:" + ports.get("producer") + "/v1/reports");
    }

    /** Where each service shows its metrics. */
    Map<String, URI> metrics() {
        Map<String, URI> metrics = new LinkedHashMap<>();
        ports.forEach((name, port) -> metrics.put(name, URI.create("http://127.0.0.1:" + port + "/metrics")));
        return metrics;
    }

    Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/reportstream?socketTimeout=60",
                "reportstream",
                password());
    }

    private String password() {
        try {
            return Files.readString(directory.resolve("postgres").resolve("password"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Child child(String name) {
        return children.get(name);
    }

    List<String> names() {
        return List.copyOf(children.keySet());
    }

    /** Starts everything for the first time and waits until all of it is ready. */
    void start() {
        child("broker").start();
        child("database").start();
        await("broker", Duration.ofMinutes(2));
        await("database", Duration.ofMinutes(2));
        String settings =
                "kafka.bootstrap.servers=" + bootstrapServers() + "\nstore.jdbc.url=jdbc:postgresql://127.0.0.1:"
                        + databasePort + "/reportstream\nstore.user=reportstream\nstore.password=" + password() + "\n";
        try {
            Files.writeString(directory.resolve("rig.properties"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heal();
    }

    /** Starts what is dead and waits until everything is ready. */
    void heal() {
        for (Child child : children.values()) {
            child.signal("CONT");
            child.start();
        }
        names().forEach(name -> await(name, Duration.ofMinutes(3)));
    }

    /** Starts again what ended by itself, as an operating system's supervisor would. */
    void supervise() {
        for (Child child : children.values()) {
            if (child.diedAlone()) {
                diedAlone.add(child.name());
                child.start();
            }
        }
    }

    /** Processes that ended without being told to, each time. */
    List<String> diedAlone() {
        return diedAlone;
    }

    private void await(String name, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready(name)) {
            supervise();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " is not ready after " + patience.toSeconds() + " s; see "
                        + child(name).log());
            }
            pause(200);
        }
    }

    private boolean ready(String name) {
        return switch (name) {
            case "broker" -> brokerAnswers();
            case "database" -> databaseAnswers();
            default -> serviceReady(ports.get(name));
        };
    }

    private boolean brokerAnswers() {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers(), "default.api.timeout.ms", 3000, "request.timeout.ms", 2000))) {
            admin.describeCluster().nodes().get(3, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean databaseAnswers() {
        if (!Files.exists(directory.resolve("postgres").resolve("password"))) {
            return false;
        }
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean serviceReady(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Process id of the PostgreSQL server itself, which outlives the process that started it. */
    long postmaster() throws IOException {
        Path file = directory.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<Child> last = new ArrayList<>(children.values());
        for (int i = last.size() - 1; i >= 0; i--) {
            last.get(i).signal("CONT");
            last.get(i).stop(20);
        }
        try {
            Child.signal("INT", postmaster());
        } catch (IOException e) {
            // It stopped with its parent, as it should.
        }
    }
}
