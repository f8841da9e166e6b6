package io.reportstream.sink.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** A pool of connections that gives up on a silent server, and that the server gives up on when the client is silent. */
public final class Database {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SOCKET = Duration.ofSeconds(60);

    /**
     * A stopped process must not hold its locks for ever, and nobody should wait for them long.
     *
     * @see "PostgreSQL documentation, Client Connection Defaults: Statement Behavior"
     */
    private static final String SESSION = """
            set statement_timeout = '45s';
            set lock_timeout = '10s';
            set idle_in_transaction_session_timeout = '20s'""";

    private Database() {}

    /** Connects only when a connection is asked for. */
    public static HikariDataSource open(StoreConfig store, String application, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(application);
        config.setJdbcUrl(store.jdbcUrl());
        config.setUsername(store.user());
        config.setPassword(store.password().value());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setConnectionInitSql(SESSION);
        // Else the pool asks its first connection once; where that one breaks at this moment, no other can be opened.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", application);
        config.addDataSourceProperty("connectTimeout", CONNECT.toSeconds());
        config.addDataSourceProperty("socketTimeout", SOCKET.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The server's detail repeats the values of a refused row.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
