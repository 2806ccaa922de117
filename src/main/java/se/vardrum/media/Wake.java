package se.vardrum.media;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wakes every node through PostgreSQL's LISTEN and NOTIFY. A payload is an id and nothing more; what is true is read from
 * the tables. After a lost connection every listener hears {@link #ALL}, since something may have been missed.
 */
@Component
public class Wake implements SmartLifecycle {

    public static final String ALL = "";

    private static final Logger LOG = LoggerFactory.getLogger(Wake.class);
    private static final int LOOK_MS = 500; // how long a stop may take; a notice itself arrives at once

    private final DataSource database;
    private final JdbcClient sql;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    Wake(DataSource database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Calls the listener with each payload on that channel, one at a time. Only before the start of the application. */
    public void listen(String channel, Consumer<String> listener) {
        listeners.computeIfAbsent(channel, it -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Wakes all nodes, this one too, when the open transaction commits. */
    public void nodes(String channel, String payload) {
        sql.sql("select pg_notify(:channel, :payload)")
                .param("channel", channel)
                .param("payload", payload)
                .query((row, n) -> 0)
                .list();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("wake").daemon().start(this::hear);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(LOOK_MS * 4L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void hear() {
        while (running) {
            try (var connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                if (!running) return;
                LOG.warn("lost the database's notices, listening again: {}", e.getSQLState());
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var channel : listeners.keySet()) statement.execute("listen " + channel);
        }
        var notices = connection.unwrap(PGConnection.class);
        listeners.keySet().forEach(channel -> tell(channel, ALL));
        while (running) {
            var heard = notices.getNotifications(LOOK_MS);
            if (heard == null) continue;
            for (var notice : heard) tell(notice.getName(), notice.getParameter());
        }
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }

    private void tell(String channel, String payload) {
        for (var listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException e) {
                LOG.error("a listener on {} failed", channel, e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
