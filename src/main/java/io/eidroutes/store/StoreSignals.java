package io.eidroutes.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the nodes of one store tell each other: that there is work for others, and that something which another node's
 * caller may wait for has ended. On PostgreSQL by {@code NOTIFY}; an embedded store has one process, which needs none.
 *
 * <p>A signal holds ids and nothing else. It is a hint: one that is lost, with a connection or behind a pooler that does
 * not pass {@code LISTEN} on, costs time and nothing more, since everybody also asks the store at an interval. A node
 * does not hear itself; what it knows it hands over in memory.
 */
public final class StoreSignals implements SmartLifecycle {

    /** The name under which the listening connection is seen in {@code pg_stat_activity}. */
    static final String CONNECTION = "eid-routes signals";

    private static final Logger LOG = LoggerFactory.getLogger(StoreSignals.class);
    private static final String CHANNEL = "eid_routes";
    /** How long a connection may be silent before it is asked whether it still stands. */
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Backoff RECONNECT = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    /** Others who were told of work take it while there is any: to tell them more often wakes them for nothing. */
    private static final Duration WORK_AGAIN = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final boolean betweenProcesses;
    private final String self = UUID.randomUUID().toString();
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Long> toldOfWork = new ConcurrentHashMap<>();

    private volatile boolean running;
    private volatile Optional<Connection> listening = Optional.empty();

    /** Who is told. It is called by one thread for all and must be quick. */
    @FunctionalInterface
    public interface Listener {

        /** @param ids what it is about; empty: the store is to be looked at, for work or since signals may be missing */
        void heard(List<UUID> ids);
    }

    public StoreSignals(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.betweenProcesses = Database.of(dataSource) == Database.POSTGRESQL;
    }

    /** From now on that listener hears what other nodes tell about the topic. */
    public void listen(String topic, Listener listener) {
        listeners.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Tells the other nodes, with the commit of the caller's transaction where there is one, else at once. */
    public void tell(String topic, UUID id) {
        send(topic + " " + id);
    }

    /**
     * Tells the other nodes that there is work in the store which this one has no hand for; once it is committed. Told at
     * most ten times a second. That it could not be told fails nothing: the others find the work by asking the store.
     */
    public void tellOfWork(String topic) {
        long now = System.nanoTime();
        Long turn = toldOfWork.compute(topic, (key, told) -> told == null || now - told >= WORK_AGAIN.toNanos() ? now : told);
        if (turn == now) {
            try {
                send(topic);
            } catch (DataAccessException e) {
                LOG.warn("Other nodes could not be told of work: {}", e.getClass().getName());
            }
        }
    }

    private void send(String words) {
        if (betweenProcesses) {
            jdbc.sql("select pg_notify(:channel, :payload)").param("channel", CHANNEL).param("payload", self + " " + words)
                    .query(row -> { });
        }
    }

    private void hearOthers() {
        int failures = 0;
        while (running) {
            try (Connection connection = open()) {
                listening = Optional.of(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                failures = 0;
                // What was told until now nobody has heard.
                listeners.values().forEach(interested -> hand(interested, List.of()));
                while (running) {
                    hear(connection);
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Other nodes are not heard, SQL state {}; the store is asked at intervals meanwhile", e.getSQLState());
                    pause(RECONNECT.pause(failures++));
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) SILENCE.toMillis());
        if (heard == null || heard.length == 0) {
            if (!connection.isValid((int) SILENCE.toSeconds())) {
                throw new SQLException("The connection is dead.", "08006");
            }
            return;
        }
        List<String[]> ofOthers = new ArrayList<>();
        for (PGNotification notification : heard) {
            String[] words = notification.getParameter().split(" ");
            if (words.length > 1 && !words[0].equals(self)) {
                ofOthers.add(words);
            }
        }
        ofOthers.stream().collect(Collectors.groupingBy(words -> words[1])).forEach((topic, signals) ->
                hand(listeners.getOrDefault(topic, List.of()), ids(signals)));
    }

    private static List<UUID> ids(List<String[]> signals) {
        try {
            return signals.stream().filter(words -> words.length > 2).map(words -> UUID.fromString(words[2])).toList();
        } catch (IllegalArgumentException e) {
            // Anybody who may use the database can tell anything: the store says what is so.
            return List.of();
        }
    }

    private static void hand(List<Listener> interested, List<UUID> ids) {
        for (Listener listener : interested) {
            try {
                listener.heard(ids);
            } catch (RuntimeException e) {
                LOG.warn("What another node told was not used: {}", e.getClass().getName());
            }
        }
    }

    /** Not of the pool: it is held for ever, and what it waits for comes outside of any transaction. */
    private Connection open() throws SQLException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        Optional.ofNullable(pool.getUsername()).ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(pool.getPassword()).ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", CONNECTION);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    private void pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        if (betweenProcesses) {
            Thread thread = new Thread(this::hearOthers, "hear-nodes");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        listening.ifPresent(connection -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The listening connection was gone already");
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Hears before work begins and until it has ended. */
    @Override
    public int getPhase() {
        return 0;
    }
}
