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
                where appointment_id = :id and state = 'BOOKED'
                """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean end(AppointmentId id, VisitState to, @Nullable PractitionerRoleId by, Instant now) {
        return sql.sql("""
                update visit set state = :to, ended_by = :by, ended_at = :now where appointment_id = :id and state in (:from)
                """)
                        .param("id", id.value())
                        .param("to", to.name())
                        .param("from", names(to.before()))
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
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
        return new Visit(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                VisitState.valueOf(row.getString("state")),
                new PractitionerRoleId(row.getObject("responsible_id", UUID.class)),
                starter == null ? null : new PractitionerRoleId(starter),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
