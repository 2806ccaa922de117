package se.vardrum.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.visit.Moves.OfVisit;

@Repository
class VisitTable {

    private static final String COLUMNS = "select v.* from visit v join appointment a on a.id = v.appointment_id ";

    private final JdbcClient sql;

    VisitTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(AppointmentId id) {
        sql.sql("""
                insert into visit (appointment_id, state, responsible_id)
                select id, 'BOOKED', responsible_id from appointment where id = :id
                """).param("id", id.value()).update();
    }

    Optional<Visit> find(AppointmentId id) {
        return sql.sql("select * from visit where appointment_id = :id")
                .param("id", id.value())
                .query(VisitTable::visit)
                .optional();
    }

    /** Holds the visit until the transaction ends: what is decided from its state holds until then. */
    Visit hold(AppointmentId id) {
        return sql.sql("select * from visit where appointment_id = :id for no key update")
                .param("id", id.value())
                .query(VisitTable::visit)
                .single();
    }

    List<Visit> all(Collection<AppointmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.sql(COLUMNS + "where v.appointment_id in (:ids) order by lower(a.during)")
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query(VisitTable::visit)
                .list();
    }

    List<Visit> responsibleFor(PractitionerRoleId role, Instant from, Instant to) {
        return sql.sql(COLUMNS + """
                where v.responsible_id = :role and lower(a.during) >= :from and lower(a.during) < :to order by lower(a.during)
                """)
                .param("role", role.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(VisitTable::visit)
                .list();
    }

    /** Where this one takes part without being responsible, until it has ended or its day has passed. */
    List<Visit> invitedTo(PractitionerRoleId role, Instant endsAfter) {
        return sql.sql(COLUMNS + """
                join participant p on p.appointment_id = a.id
                where p.role_id = :role and p.removed_at is null and v.responsible_id <> :role
                  and (v.state = 'RUNNING' or v.state = 'BOOKED' and upper(a.during) > :after)
                order by lower(a.during)
                """)
                .param("role", role.value())
                .param("after", Timestamp.from(endsAfter))
                .query(VisitTable::visit)
                .list();
    }

    List<Visit> ofUnit(CareUnitId unit, Instant from, Instant to) {
        return sql.sql(COLUMNS + """
                where a.unit_id = :unit and lower(a.during) >= :from and lower(a.during) < :to order by lower(a.during)
                """)
                .param("unit", unit.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(VisitTable::visit)
                .list();
    }

    /** The one guarded move that starts: of two who press at once only one is the starter. */
    boolean start(AppointmentId id, PractitionerRoleId by, Instant now) {
        return sql.sql("""
                update visit set state = 'RUNNING', started_by = :by, started_at = :now, responsible_id = :by
                where appointment_id = :id and state in (:from)
                """)
                        .param("id", id.value())
                        .param("from", names(OfVisit.START.from))
                        .param("by", by.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** One of the moves that are the end of it. */
    boolean end(AppointmentId id, OfVisit move, @Nullable PractitionerRoleId by, Instant now) {
        return sql.sql("""
                update visit set state = :to, ended_by = :by, ended_at = :now, locked = false, note = null, note_ready = null
                where appointment_id = :id and state in (:from)
                """)
                        .param("id", id.value())
                        .param("to", move.to.name())
                        .param("from", names(move.from))
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** False when it was promised already, or has begun. */
    boolean promise(AppointmentId id, Instant at) {
        return sql.sql("""
                update visit set promised_at = :at, times_late = times_late + 1
                where appointment_id = :id and state = 'BOOKED' and promised_at is distinct from :at
                """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean lock(AppointmentId id, boolean locked) {
        return sql.sql("""
                update visit set locked = :locked
                where appointment_id = :id and state = 'RUNNING' and locked is distinct from :locked
                """).param("id", id.value()).param("locked", locked).update() == 1;
    }

    /** The one note that those who wait read; both null takes it away. */
    void note(AppointmentId id, @Nullable ReadyNote ready, @Nullable String own) {
        sql.sql(
                        "update visit set note_ready = :ready, note = :own where appointment_id = :id and state in ('BOOKED', 'RUNNING')")
                .param("id", id.value())
                .param("ready", ready == null ? null : ready.name(), Types.VARCHAR)
                .param("own", own, Types.VARCHAR)
                .update();
    }

    void happened(
            AppointmentId id,
            String kind,
            @Nullable PractitionerRoleId role,
            @Nullable ArrivalId arrival,
            Instant now) {
        sql.sql("""
                insert into visit_event (appointment_id, at, kind, role_id, arrival_id) values (:id, :now, :kind, :role, :arrival)
                """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .param("kind", kind)
                .param("role", role == null ? null : role.value(), Types.OTHER)
                .param("arrival", arrival == null ? null : arrival.value(), Types.OTHER)
                .update();
    }

    static List<String> names(Set<? extends Enum<?>> states) {
        return states.stream().map(Enum::name).toList();
    }

    private static Visit visit(ResultSet row, int n) throws SQLException {
        var starter = row.getObject("started_by", UUID.class);
        var ready = row.getString("note_ready");
        var note = row.getString("note");
        return new Visit(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                VisitState.valueOf(row.getString("state")),
                new PractitionerRoleId(row.getObject("responsible_id", UUID.class)),
                starter == null ? null : new PractitionerRoleId(starter),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "promised_at"),
                row.getInt("times_late"),
                row.getBoolean("locked"),
                ready == null ? null : ReadyNote.valueOf(ready),
                note == null ? "" : note);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
