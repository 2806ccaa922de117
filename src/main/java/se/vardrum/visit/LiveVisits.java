package se.vardrum.visit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.media.Wake;

/**
 * The sockets this node holds, and what each of them may be told now. Truth is in the tables: a change wakes all nodes,
 * and each tells its own sockets what has become different for them.
 */
@Component
class LiveVisits {

    private static final String CHANNEL = "visit";
    private static final Logger LOG = LoggerFactory.getLogger(LiveVisits.class);

    private final Map<AppointmentId, List<LiveConnection>> here = new ConcurrentHashMap<>();
    private final ArrivalTable arrivals;
    private final Scene scene;
    private final Wake wake;

    LiveVisits(ArrivalTable arrivals, Scene scene, Wake wake) {
        this.arrivals = arrivals;
        this.scene = scene;
        this.wake = wake;
        wake.listen(CHANNEL, this::woken);
    }

    /** Something about this visit became different; heard on every node when the transaction commits. */
    void changed(AppointmentId id) {
        wake.nodes(CHANNEL, id.value().toString());
    }

    void add(LiveConnection connection) {
        here.computeIfAbsent(connection.visit(), it -> new CopyOnWriteArrayList<>())
                .add(connection);
    }

    void remove(LiveConnection connection) {
        here.computeIfPresent(connection.visit(), (id, all) -> {
            all.remove(connection);
            return all.isEmpty() ? null : all;
        });
    }

    /**
     * Tells this node's sockets what they may know now; those who know it already hear nothing. One at a time for each
     * visit, and the sockets are counted before the tables are read: otherwise an older look could be told after a newer
     * one, or to a socket that came after it.
     */
    void tell(AppointmentId id) {
        var sockets = here.get(id);
        if (sockets == null) return;
        synchronized (sockets) {
            var those = List.copyOf(sockets);
            var now = scene.of(id);
            for (var socket : those) socket.tell(now);
        }
    }

    private void woken(String notice) {
        if (notice.equals(Wake.ALL)) here.keySet().forEach(this::tell);
        else tell(new AppointmentId(UUID.fromString(notice)));
    }

    /** Keeps alive those whose sockets are here, and notices those who fell silent elsewhere. */
    @Scheduled(fixedDelayString = "PT3S")
    void heartbeat() {
        try {
            arrivals.alive(here.values().stream()
                    .flatMap(List::stream)
                    .map(LiveConnection::arrival)
                    .distinct()
                    .toList());
            here.keySet().forEach(this::tell);
        } catch (org.springframework.dao.DataAccessException e) {
            LOG.warn("the database did not answer the heartbeat; trying again");
        }
    }
}
