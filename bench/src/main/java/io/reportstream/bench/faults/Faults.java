package io.reportstream.bench.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks parts of a rig, in an order that a seed decides. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** Longer than the sessions and transactions of the embedded broker's clients, 10 s. */
    private static final int FREEZE_MILLIS = 13_000;

    private final Rig rig;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();
    private int count;

    Faults(Rig rig, long seed) {
        this.rig = rig;
        this.random = new Random(seed);
    }

    int count() {
        return count;
    }

    /** How often each kind of fault was done to each kind of part. */
    Map<String, Integer> done() {
        return done;
    }

    /** One fault; what was killed is started again, but not waited for. */
    void next() {
        int dice = random.nextInt(100);
        if (dice < 58) {
            kill(part());
        } else if (dice < 70) {
            killWhileStarting(part());
        } else if (dice < 78) {
            String first = part();
            String second = part();
            kill(first);
            if (!second.equals(first)) {
                kill(second);
            }
        } else if (dice < 85) {
            freeze(part());
        } else if (dice < 91) {
            restart(part());
        } else if (dice < 95) {
            sql(
                    "drop all connections",
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = current_user and pid <> pg_backend_pid()");
        } else {
            readOnly();
        }
        Rig.pause(300 + random.nextInt(3_000));
        rig.supervise();
    }

    private String part() {
        List<String> names = rig.names();
        return names.get(random.nextInt(names.size()));
    }

    private void kill(String name) {
        note("kill", name);
        killNow(name);
        Rig.pause(random.nextInt(2_000));
        rig.child(name).start();
    }

    private void killNow(String name) {
        rig.child(name).kill();
        if (name.equals("database")) {
            try {
                Child.signal("KILL", rig.postmaster());
            } catch (IOException e) {
                LOG.debug("the server had not got so far as to write its process id", e);
            }
        }
    }

    private void killWhileStarting(String name) {
        kill(name);
        Rig.pause(200 + random.nextInt(4_000));
        note("kill while starting", name);
        killNow(name);
        rig.child(name).start();
    }

    private void restart(String name) {
        note("orderly restart", name);
        rig.child(name).stop(40);
        rig.child(name).start();
    }

    private void freeze(String name) {
        note("freeze " + FREEZE_MILLIS / 1000 + " s", name);
        long[] processes = name.equals("database") ? serverProcesses() : new long[0];
        rig.child(name).signal("STOP");
        for (long pid : processes) {
            Child.signal("STOP", pid);
        }
        Rig.pause(FREEZE_MILLIS + random.nextInt(3_000));
        for (long pid : processes) {
            Child.signal("CONT", pid);
        }
        rig.child(name).signal("CONT");
    }

    private long[] serverProcesses() {
        try {
            ProcessHandle server = ProcessHandle.of(rig.postmaster()).orElseThrow();
            return LongStream.concat(
                            LongStream.of(server.pid()), server.descendants().mapToLong(ProcessHandle::pid))
                    .toArray();
        } catch (IOException | NoSuchElementException e) {
            return new long[0];
        }
    }

    private void readOnly() {
        sql(
                "read only for some seconds",
                "alter database reportstream set default_transaction_read_only = on",
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()");
        Rig.pause(2_000 + random.nextInt(4_000));
        writable();
    }

    /** Ends what {@link #readOnly()} began, also where the database was down by then. */
    void writable() {
        try (Connection connection = rig.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter database reportstream reset default_transaction_read_only");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            LOG.debug("the database is down: it is set writable before reconciling", e);
        }
    }

    private void sql(String what, String... statements) {
        note(what, "database");
        try (Connection connection = rig.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            LOG.debug("the database is down already", e);
        }
    }

    private void note(String what, String name) {
        count++;
        String part = name.replaceAll("-[0-9]$", "");
        done.merge(what + ": " + part, 1, Integer::sum);
        LOG.info("fault {}: {} {}", count, what, name);
    }
}
