package se.vardrum.access;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looked at whose data, when, from which unit (Patientdatalagen ch. 4 §3). Only ever added to; the database sees to that. */
@Repository
public class AccessLog {

    /** What was done with the data. */
    public enum Action {
        SEARCHED,
        SEEN,
        BOOKED,
        CHANGED,
        CANCELLED,
        JOINED
    }

    private final JdbcClient sql;
    private final Clock clock;

    AccessLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes one row, in the transaction that is open if there is one. */
    public void write(Actor actor, Action action, UUID person, @Nullable UUID appointment) {
        switch (actor) {
            case Actor.Staff it -> write("STAFF", it.practitioner(), it.role(), it.unit(), action, person, appointment);
            case Actor.Patient it -> write("PATIENT", it.person(), null, null, action, person, appointment);
        }
    }

    private void write(
            String kind,
            UUID id,
            @Nullable UUID role,
            @Nullable UUID unit,
            Action action,
            UUID person,
            @Nullable UUID appointment) {
        sql.sql("""
                insert into access_log (at, actor_kind, actor_id, assignment_id, unit_id, action, person_id, appointment_id)
                values (:at, :kind, :id, :role, :unit, :action, :person, :appointment)
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("id", id)
                .param("role", role, Types.OTHER)
                .param("unit", unit, Types.OTHER)
                .param("action", action.name())
                .param("person", person)
                .param("appointment", appointment, Types.OTHER)
                .update();
    }
}
