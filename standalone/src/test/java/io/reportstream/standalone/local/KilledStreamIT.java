package io.reportstream.standalone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reportstream.service.Settings;
import io.reportstream.standalone.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process as operators run it: killed under load, or told to stop, then started again on the same directory. */
@Timeout(300)
class KilledStreamIT {
    private static final int BEFORE_THE_KILL = 60;
    private static final int SUBMITTERS = 8;
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private Process process;

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(100, TimeUnit.SECONDS))
                .as("stops on SIGTERM")
                .isTrue();
    }

    @Test
    void storesEverythingItAcceptedBeforeItWasKilled() throws Exception {
        Settings settings = up();
        Intake intake = new Intake(settings);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < BEFORE_THE_KILL; i++) {
            String id = "report-" + i;
            if (intake.submit(id, 1, text(i)).statusCode() == 202) {
                accepted.add(id);
            }
        }
        process.destroyForcibly().waitFor();
        assertThat(accepted).hasSize(BEFORE_THE_KILL);

        Store store = new Store(up());
        await().atMost(START)
                .untilAsserted(
                        () -> assertThat(store.rows("select id from report")).hasSize(accepted.size()));
        assertThat(store.rows("select 1 from rejection")).isEmpty();
        assertThat(store.rows("select report_id, text from report r join document d on d.report_id = r.id"))
                .hasSize(accepted.size())
                .allSatisfy(row -> assertThat(row.get(1))
                        .isEqualTo(text(Integer.parseInt(row.get(0).substring("report-".length())))));
    }

    @Test
    void finishesOrRefusesWhatIsUnderWayWhenItIsToldToStop() throws Exception {
        Intake intake = new Intake(up());
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        Set<Integer> others = ConcurrentHashMap.newKeySet();
        List<Thread> submitters = new ArrayList<>();
        for (int i = 0; i < SUBMITTERS; i++) {
            int first = i * 100_000;
            submitters.add(new Thread(() -> submitUntilItHasGone(intake, first, accepted, others)));
        }
        submitters.forEach(Thread::start);
        await().atMost(START).until(() -> accepted.size() >= BEFORE_THE_KILL);

        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ends within a minute")
                .isTrue();
        for (Thread submitter : submitters) {
            submitter.join();
        }
        assertThat(others).as("answers but 202").isSubsetOf(429, 503);

        Store store = new Store(up());
        await().atMost(START)
                .untilAsserted(
                        () -> assertThat(ids(store)).containsAll(accepted).doesNotHaveDuplicates());
        assertThat(store.rows("select 1 from rejection")).isEmpty();
    }

    private static List<String> ids(Store store) {
        return store.rows("select id from report").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** One submission after the other, until one gets no answer. */
    private static void submitUntilItHasGone(Intake intake, int first, Set<String> accepted, Set<Integer> others) {
        try {
            for (int i = first; ; i++) {
                int status = intake.submit("report-" + i, 1, text(i)).statusCode();
                if (status == 202) {
                    accepted.add("report-" + i);
                } else {
                    others.add(status);
                }
            }
        } catch (IOException e) {
            // It has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(int number) {
        return "2024年第" + number + "号工作报告\n一、工作回顾\n新建学校" + (number + 1) + "所。\n";
    }

    private Settings up() throws IOException {
        Path data = directory.resolve("data");
        Path connection = data.resolve("connection.properties");
        Files.deleteIfExists(connection);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "--data",
                        data.toString(),
                        "--http-port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("up.out").toFile())
                .start();
        await().atMost(START).until(() -> {
            assertThat(process.isAlive())
                    .as(Files.readString(directory.resolve("up.out")))
                    .isTrue();
            return Files.exists(connection);
        });
        return Settings.load(connection, Map.of(), Map.of());
    }
}
