package se.vardrum.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.PractitionerId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.Company;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.PersonId;

@Repository
class AppointmentTable {

    private static final String COLUMNS = """
            select id, reason_sv, reason_en, description, lower(during) as starts, upper(during) as ends,
                   unit_id, profile_id, person_id, booked_by, responsible_id, status, cancel_reason, links_at_start, type.*
            from appointment
            cross join lateral (""" + VisitTypeTable.COLUMNS + """
                where key = appointment.visit_type and (visit_type.unit_id is null or visit_type.unit_id = appointment.unit_id)
                order by visit_type.unit_id nulls last limit 1) as type
            """;

    private final JdbcClient sql;

    AppointmentTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * False when the same key has booked already, or when the responsible one or the patient is busy. The constraints
     * decide, not a read before the write: of two who press at once only one wins, and no lock is held while they choose.
     */
    boolean insertIfFree(
            Appointment it,
            PractitionerId practitioner,
            UUID bookingKey,
            @Nullable String searchReason,
            Company company,
            Instant now) {
        return sql.sql("""
                insert into appointment (id, visit_type, search_reason, reason_sv, reason_en, description, during, unit_id,
                    profile_id, person_id, booked_by, responsible_id, practitioner_id, status, booking_key, created_at,
                    links_at_start, same_place, rule_reason)
                values (:id, :type, :reason, :sv, :en, :description, tstzrange(:from, :to), :unit,
                    :profile, :person, :bookedBy, :responsible, :practitioner, 'BOOKED', :key, :now,
                    :atStart, :samePlace, :why)
                on conflict do nothing
                """)
                        .param("id", it.id().value())
                        .param("type", it.type().key())
                        .param("reason", searchReason, java.sql.Types.VARCHAR)
                        .param("sv", it.reasonSv())
                        .param("en", it.reasonEn())
                        .param("description", it.description())
                        .param("from", Timestamp.from(it.slot().from()))
                        .param("to", Timestamp.from(it.slot().to()))
                        .param("unit", it.unit().value())
                        .param("profile", it.profile().value())
                        .param("person", it.person().value())
                        .param("bookedBy", it.bookedBy().value())
                        .param("responsible", it.responsible().value())
                        .param("practitioner", practitioner.value())
                        .param("key", bookingKey)
                        .param("atStart", it.linksAtStart())
                        .param("samePlace", company.samePlace())
                        .param("why", company.why())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<AppointmentId> bookedWith(UUID key) {
        return sql.sql("select id from appointment where booking_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional()
                .map(AppointmentId::new);
    }

    Optional<Appointment> find(AppointmentId id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(AppointmentTable::appointment)
                .optional();
    }

    /** Holds the row until the transaction ends: nobody is added while the visit is being started, nor the reverse. */
    void hold(AppointmentId id) {
        sql.sql("select 1 from appointment where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
    }

    List<Appointment> all(List<AppointmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.sql(COLUMNS + "where id in (:ids) order by lower(during)")
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query(AppointmentTable::appointment)
                .list();
    }

    List<Appointment> ofPerson(PersonId person, Instant endsAfter) {
        return sql.sql(COLUMNS + "where person_id = :person and upper(during) > :after order by lower(during)")
                .param("person", person.value())
                .param("after", Timestamp.from(endsAfter))
                .query(AppointmentTable::appointment)
                .list();
    }

    List<Appointment> withProxy(PersonId proxy, PersonId child, Instant endsAfter) {
        return sql.sql(COLUMNS + """
                where person_id = :child and upper(during) > :after and exists (
                  select from participant p
                  where p.appointment_id = appointment.id and p.kind = 'PROXY' and p.person_id = :proxy
                    and p.removed_at is null)
                order by lower(during)
                """)
                .param("child", child.value())
                .param("proxy", proxy.value())
                .param("after", Timestamp.from(endsAfter))
                .query(AppointmentTable::appointment)
                .list();
    }

    /** What keeps this practitioner, in any role, or this patient busy between the two. */
    List<TimeSlot> busy(PractitionerId practitioner, @Nullable PersonId person, TimeSlot within) {
        return sql.sql("""
                select lower(during) as starts, upper(during) as ends from appointment
                where status in ('BOOKED', 'ARRIVED') and during && tstzrange(:from, :to)
                  and (practitioner_id = :practitioner or person_id = :person)
                order by 1
                """)
                .param("practitioner", practitioner.value())
                .param("person", person == null ? null : person.value(), java.sql.Types.OTHER)
                .param("from", Timestamp.from(within.from()))
                .param("to", Timestamp.from(within.to()))
                .query((row, n) -> slot(row))
                .list();
    }

    boolean patientBusy(PersonId person, TimeSlot slot) {
        return sql.sql("""
                select exists (select from appointment
                where status in ('BOOKED', 'ARRIVED') and person_id = :person and during && tstzrange(:from, :to))
                """)
                .param("person", person.value())
                .param("from", Timestamp.from(slot.from()))
                .param("to", Timestamp.from(slot.to()))
                .query(Boolean.class)
                .single();
    }

    /** One guarded move; false when the appointment is not in one of the states it may leave. */
    boolean move(
            AppointmentId id, List<Appointment.Status> from, Appointment.Status to, @Nullable String cancelReason) {
        return sql.sql("""
                update appointment set status = :to, cancel_reason = coalesce(:reason, cancel_reason), version = version + 1
                where id = :id and status in (:from)
                """)
                        .param("id", id.value())
                        .param("to", to.name())
                        .param("from", from.stream().map(Enum::name).toList())
                        .param("reason", cancelReason, java.sql.Types.VARCHAR)
                        .update()
                == 1;
    }

    /** One that was done is open again. */
    void addTask(AppointmentId id, Instant now) {
        sql.sql("""
                insert into appointment_task (appointment_id, kind, created_at) values (:id, 'CALL_PATIENT', :now)
                on conflict (appointment_id, kind) do update set done_at = null, done_by = null
                """).param("id", id.value()).param("now", Timestamp.from(now)).update();
    }

    boolean taskOpen(AppointmentId id) {
        return sql.sql("select exists (select from appointment_task where appointment_id = :id and done_at is null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    Set<AppointmentId> tasksOpen(Collection<AppointmentId> ids) {
        if (ids.isEmpty()) return Set.of();
        return sql.sql("select appointment_id from appointment_task where appointment_id in (:ids) and done_at is null")
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query((row, n) -> new AppointmentId(row.getObject(1, UUID.class)))
                .set();
    }

    void taskDone(AppointmentId id, PractitionerRoleId by, Instant now) {
        sql.sql("""
                update appointment_task set done_at = :now, done_by = :by where appointment_id = :id and done_at is null
                """)
                .param("id", id.value())
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Appointment appointment(ResultSet row, int n) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                VisitTypeTable.type(row),
                row.getString("reason_sv"),
                row.getString("reason_en"),
                row.getString("description"),
                slot(row),
                new CareUnitId(row.getObject("unit_id", UUID.class)),
                new PatientProfileId(row.getObject("profile_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new PractitionerRoleId(row.getObject("booked_by", UUID.class)),
                new PractitionerRoleId(row.getObject("responsible_id", UUID.class)),
                Appointment.Status.valueOf(row.getString("status")),
                row.getString("cancel_reason"),
                row.getBoolean("links_at_start"));
    }

    private static TimeSlot slot(ResultSet row) throws SQLException {
        return new TimeSlot(
                row.getTimestamp("starts").toInstant(), row.getTimestamp("ends").toInstant());
    }
}
