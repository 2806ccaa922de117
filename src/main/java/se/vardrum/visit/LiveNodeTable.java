package se.vardrum.visit;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.appointment.AppointmentId;

/**
 * Which nodes live, by the database's clock, the one they share. A node says so for all its sockets at once: what stands
 * at each place is only the node that holds it.
 */
@Repository
class LiveNodeTable {

    /** A node, or a page, that has been silent for so long counts as gone. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private final JdbcClient sql;

    LiveNodeTable(JdbcClient sql) {
        this.sql = sql;
    }

    void alive(UUID node) {
        sql.sql("""
                insert into live_node (id, alive_until) values (:id, now() + make_interval(secs => :silence))
                on conflict (id) do update set alive_until = excluded.alive_until
                """).param("id", node).param("silence", SILENCE.toSeconds()).update();
    }

    /** Takes nodes that fell silent out of the list, and that one. Their places are silent now; these are the visits. */
    List<AppointmentId> bury(@Nullable UUID alsoThis) {
        return sql.sql("""
                with gone as (delete from live_node where alive_until < now() or id = :id::uuid returning id),
                     silent as (update arrival set node_id = null, silent_at = now() where node_id in (select id from gone)
                                returning appointment_id)
                select distinct appointment_id from silent
                """)
                .param("id", alsoThis, Types.OTHER)
                .query((row, n) -> new AppointmentId(row.getObject(1, UUID.class)))
                .list();
    }
}
