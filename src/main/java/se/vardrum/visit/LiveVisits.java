package se.vardrum.visit;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.media.Wake;
import se.vardrum.page.Ids;

/**
 * The sockets this node holds, and what each of them may be told now. Truth is in the tables: a change wakes all nodes,
 * and each tells its own sockets what has become different for them.
 */
@Component
class LiveVisits {

    private static final String CHANNEL = "visit";
    private static final Logger LOG = LoggerFactory.getLogger(LiveVisits.class);
    private static final int TELLERS = 4; // more would only wait for the processor and the database

    private final Map<AppointmentId, List<LiveConnection>> here = new ConcurrentHashMap<>();
    private final Set<AppointmentId> due = ConcurrentHashMap.newKeySet();
    private final ExecutorService tellers = Executors.newFixedThreadPool(
            TELLERS, Thread.ofVirtual().name("tell-", 0).factory());
    private final UUID node = Ids.next();
    private final ArrivalTable arrivals;
    private final LiveNodeTable nodes;
    private final Scene scene;
    private final Wake wake;
    private final Clock clock;
    private volatile boolean leaving;

    LiveVisits(ArrivalTable arrivals, LiveNodeTable nodes, Scene scene, Wake wake, Clock clock) {
        this.arrivals = arrivals;
        this.nodes = nodes;
        this.scene = scene;
        this.wake = wake;
        this.clock = clock;
        wake.listen(CHANNEL, this::woken);
    }

    /** Before the first socket: a place at a node that is not in the list is silent. */
    @PostConstruct
    void begin() {
        nodes.alive(node);
    }

    /** Something about this visit became different; heard on every node when the transaction commits. */
    void changed(AppointmentId id) {
        wake.nodes(CHANNEL, id.value().toString());
    }

    void add(LiveConnection connection) {
        arrivals.connected(connection.arrival(), connection.page(), node);
        here.computeIfAbsent(connection.visit(), it -> new CopyOnWriteArrayList<>())
                .add(connection);
        tell(connection.visit());
        wake.nodes(CHANNEL, connection.visit().value() + " " + node); // this one has told its own
    }

    void remove(LiveConnection connection) {
        connection.close();
        here.computeIfPresent(connection.visit(), (id, all) -> {
            all.remove(connection);
            return all.isEmpty() ? null : all;
        });
        if (leaving) return;
        arrivals.disconnected(connection.arrival(), connection.page());
        changed(connection.visit());
    }

    /**
     * Tells this node's sockets what they may know now; those who know it already hear nothing. One at a time for each
     * visit, and the sockets are counted before the tables are read: otherwise an older look could be told after a newer
     * one, or to a socket that came after it.
     */
    private void tell(AppointmentId id) {
        var sockets = here.get(id);
        if (sockets == null) return;
        synchronized (sockets) {
            var those = List.copyOf(sockets);
            var now = scene.of(id);
            for (var socket : those) socket.tell(now);
        }
    }

    /** Soon, and once for all that happened until then. */
    private void soon(AppointmentId id) {
        if (leaving || !here.containsKey(id) || !due.add(id)) return;
        tellers.execute(() -> {
            due.remove(id);
            try {
                tell(id);
            } catch (DataAccessException e) {
                LOG.warn("the database did not answer; telling again with the next notice");
            }
        });
    }

    private void woken(String notice) {
        if (notice.equals(Wake.ALL)) here.keySet().forEach(this::soon);
        else if (!notice.endsWith(node.toString())) soon(new AppointmentId(UUID.fromString(notice.substring(0, 36))));
    }

    /** Keeps this node's places alive, gives up its silent ones, and notices nodes that fell silent. */
    @Scheduled(fixedDelayString = "PT3S")
    void heartbeat() {
        if (leaving) return;
        try {
            nodes.alive(node);
            nodes.bury(null).forEach(this::changed);
            here.values().stream().flatMap(List::stream).toList().forEach(this::listen);
        } catch (DataAccessException e) {
            LOG.warn("the database did not answer the heartbeat; trying again");
        }
    }

    /** A connection that is cut off closes nothing by itself. */
    private void listen(LiveConnection connection) {
        var silent = connection.silentFor(clock.instant());
        if (silent.compareTo(LiveNodeTable.SILENCE) >= 0) {
            remove(connection);
            Thread.startVirtualThread(connection::hangUp); // may take its time to give up
        } else if (silent.compareTo(LiveConnection.QUIET) >= 0) {
            connection.ping();
        }
    }

    /** Those who are here find another node; what they left is silent at once. */
    @EventListener
    void end(ContextClosedEvent closing) {
        if (leaving) return;
        leaving = true;
        try {
            nodes.bury(node).forEach(this::changed);
        } catch (DataAccessException e) {
            LOG.info("the database is gone; the places here fall silent by themselves");
        }
        tellers.shutdown();
    }
}
