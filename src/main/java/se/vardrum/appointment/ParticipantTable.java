package se.vardrum.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.Interpreter;
import se.vardrum.patient.PersonId;

@Repository
class ParticipantTable {

    private static final String COLUMNS = """
            select id, appointment_id, kind, first_name, last_name, mobile, email, language, role_id, person_id, revision,
                   removed_at is not null as removed, by_link, interpreter_kind, interpreter_language, agency_reference
            from participant
            """;

    private final JdbcClient sql;

    ParticipantTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** One statement for all: a booking makes one trip to the database for its participants. */
    void insert(List<Participant> all, Instant now) {
        var values = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            values.add(
                    "(:id%1$d, :appointment, :kind%1$d, :first%1$d, :last%1$d, :mobile%1$d, :email%1$d, :language%1$d, :role%1$d, :person%1$d, :link%1$d, :kindOf%1$d, :spoken%1$d, :reference%1$d, :now)"
                            .formatted(i));
        }
        var insert = sql.sql("""
                insert into participant
                  (id, appointment_id, kind, first_name, last_name, mobile, email, language, role_id, person_id, by_link,
                   interpreter_kind, interpreter_language, agency_reference, added_at)
                values
                """ + String.join(",\n", values))
                .param("appointment", all.getFirst().appointment().value())
                .param("now", Timestamp.from(now));
        for (int i = 0; i < all.size(); i++) {
            var it = all.get(i);
            insert = insert.param("id" + i, it.id().value())
                    .param("kind" + i, it.kind().name())
                    .param("first" + i, it.firstName())
                    .param("last" + i, it.lastName())
                    .param("mobile" + i, it.mobile(), Types.VARCHAR)
                    .param("email" + i, it.email(), Types.VARCHAR)
                    .param("language" + i, it.language())
                    .param("link" + i, it.byLink())
                    .param(
                            "kindOf" + i,
                            it.seat() == null ? null : it.seat().kind().name(),
                            Types.VARCHAR)
                    .param("spoken" + i, it.seat() == null ? "" : it.seat().language())
                    .param("reference" + i, it.seat() == null ? "" : it.seat().reference())
                    .param("role" + i, it.role() == null ? null : it.role().value(), Types.OTHER)
                    .param(
                            "person" + i,
                            it.person() == null ? null : it.person().value(),
                            Types.OTHER);
        }
        insert.update();
    }

    Optional<Participant> find(ParticipantId id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(ParticipantTable::participant)
                .optional();
    }

    /** Those who take part now: the patient first, then staff, then guests, each in the order they were added. */
    List<Participant> of(AppointmentId appointment) {
        return sql.sql(COLUMNS + """
                where appointment_id = :appointment and removed_at is null
                order by array_position(array['PATIENT', 'PROXY', 'PRACTITIONER', 'INTERPRETER', 'GUEST'], kind), id
                """)
                .param("appointment", appointment.value())
                .query(ParticipantTable::participant)
                .list();
    }

    /** The same of many at once. */
    List<Participant> of(Collection<AppointmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.sql(COLUMNS + """
                where appointment_id in (:ids) and removed_at is null
                order by array_position(array['PATIENT', 'PROXY', 'PRACTITIONER', 'INTERPRETER', 'GUEST'], kind), id
                """)
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query(ParticipantTable::participant)
                .list();
    }

    List<AppointmentId> appointmentsOf(PractitionerRoleId role, Instant endsAfter) {
        return sql.sql("""
                select a.id from participant p join appointment a on a.id = p.appointment_id
                where p.role_id = :role and p.removed_at is null and upper(a.during) > :after
                order by lower(a.during)
                """)
                .param("role", role.value())
                .param("after", Timestamp.from(endsAfter))
                .query((row, n) -> new AppointmentId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Appointments.ProxyAt> proxies(Collection<AppointmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.sql("""
                select a.id, a.person_id as child, p.person_id as proxy, lower(a.during) as starts
                from participant p join appointment a on a.id = p.appointment_id
                where p.appointment_id in (:ids) and p.kind = 'PROXY'
                """)
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query((row, n) -> new Appointments.ProxyAt(
                        new AppointmentId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("child", UUID.class)),
                        new PersonId(row.getObject("proxy", UUID.class)),
                        row.getTimestamp("starts").toInstant()))
                .list();
    }

    List<Appointments.SeatAt> seats(Collection<AppointmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.sql("""
                select a.id, p.id as participant, lower(a.during) as starts
                from participant p join appointment a on a.id = p.appointment_id
                where p.appointment_id in (:ids) and p.kind = 'INTERPRETER' and p.removed_at is null
                """)
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query((row, n) -> new Appointments.SeatAt(
                        new AppointmentId(row.getObject("id", UUID.class)),
                        new ParticipantId(row.getObject("participant", UUID.class)),
                        row.getTimestamp("starts").toInstant()))
                .list();
    }

    /** @param newContact somebody is told anew: the revision grows */
    boolean correct(ParticipantId id, BookAppointment.Guest it, boolean newContact) {
        return sql.sql("""
                update participant set first_name = :first, last_name = :last, mobile = :mobile, email = :email,
                    language = :language, interpreter_kind = :kind, interpreter_language = :spoken,
                    agency_reference = :reference, revision = revision + :more
                where id = :id and removed_at is null
                """)
                        .param("id", id.value())
                        .param("first", it.firstName())
                        .param("last", it.lastName())
                        .param("mobile", it.mobile(), Types.VARCHAR)
                        .param("email", it.email(), Types.VARCHAR)
                        .param("language", it.language())
                        .param(
                                "kind",
                                it.seat() == null ? null : it.seat().kind().name(),
                                Types.VARCHAR)
                        .param("spoken", it.seat() == null ? "" : it.seat().language())
                        .param("reference", it.seat() == null ? "" : it.seat().reference())
                        .param("more", newContact ? 1 : 0)
                        .update()
                == 1;
    }

    /** The name that was given at the door; one that is there stays. */
    void name(ParticipantId id, String first, String last) {
        sql.sql("""
                update participant set first_name = :first, last_name = :last
                where id = :id and kind = 'INTERPRETER' and first_name = '' and last_name = ''
                """)
                .param("id", id.value())
                .param("first", first)
                .param("last", last)
                .update();
    }

    boolean remove(ParticipantId id, Instant now) {
        return sql.sql("update participant set removed_at = :now where id = :id and removed_at is null")
                        .param("id", id.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Participant participant(ResultSet row, int n) throws SQLException {
        var role = row.getObject("role_id", UUID.class);
        var person = row.getObject("person_id", UUID.class);
        return new Participant(
                new ParticipantId(row.getObject("id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                ParticipantKind.valueOf(row.getString("kind")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("mobile"),
                row.getString("email"),
                row.getString("language"),
                role == null ? null : new PractitionerRoleId(role),
                person == null ? null : new PersonId(person),
                row.getInt("revision"),
                row.getBoolean("removed"),
                row.getBoolean("by_link"),
                seat(row));
    }

    private static @Nullable InterpreterSeat seat(ResultSet row) throws SQLException {
        var kind = row.getString("interpreter_kind");
        if (kind == null) return null;
        return new InterpreterSeat(
                Interpreter.Kind.valueOf(kind),
                row.getString("interpreter_language"),
                row.getString("agency_reference"));
    }
}
