package se.vardrum.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.page.Ids;

@Repository
class ArrivalTable {

    /** A page that has been silent for so long counts as gone. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String COLUMNS = "select *, online_until > :now as online from arrival ";

    private final JdbcClient sql;
    private final Clock clock;

    ArrivalTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One place for each named participant: whoever comes again takes up the same one. One who was refused or taken away
     * stays so.
     */
    ArrivalId arriveNamed(AppointmentId visit, ParticipantId participant, String name, boolean running, String device) {
        return sql.sql("""
                insert into arrival (id, appointment_id, participant_id, display_name, state, since, admitted_at, device_check)
                values (:id, :visit, :participant, :name, :state, :now, :admitted, :device)
                on conflict (appointment_id, participant_id) where participant_id is not null do update set
                    display_name = excluded.display_name, device_check = excluded.device_check,
                    state = case when arrival.state in ('REFUSED', 'REMOVED', 'ADMITTED') then arrival.state else excluded.state end,
                    admitted_at = case when arrival.state = 'LEFT' then excluded.admitted_at else arrival.admitted_at end,
                    since = case when arrival.state = 'LEFT' then excluded.since else arrival.since end
                returning id
                """)
                .param("id", Ids.next())
                .param("visit", visit.value())
                .param("participant", participant.value())
                .param("name", name)
                .param("state", running ? "ADMITTED" : "WAITING")
                .param("now", now())
                .param("admitted", running ? now() : null, Types.TIMESTAMP)
                .param("device", device)
                .query((row, n) -> new ArrivalId(row.getObject("id", UUID.class)))
                .single();
    }

    ArrivalId arriveUnnamed(AppointmentId visit, String name, String role, String device) {
        var id = Ids.next();
        sql.sql("""
                insert into arrival (id, appointment_id, display_name, given_role, state, since, device_check)
                values (:id, :visit, :name, :role, 'WAITING', :now, :device)
                """)
                .param("id", id)
                .param("visit", visit.value())
                .param("name", name)
                .param("role", role)
                .param("now", now())
                .param("device", device)
                .update();
        return new ArrivalId(id);
    }

    /** One more browser at the link of a patient who cannot sign in. */
    ArrivalId arriveToConfirm(AppointmentId visit, ParticipantId patient, String name, String device) {
        var id = Ids.next();
        sql.sql("""
                insert into arrival (id, appointment_id, confirm_id, display_name, state, since, device_check)
                values (:id, :visit, :patient, :name, 'WAITING', :now, :device)
                """)
                .param("id", id)
                .param("visit", visit.value())
                .param("patient", patient.value())
                .param("name", name)
                .param("now", now())
                .param("device", device)
                .update();
        return new ArrivalId(id);
    }

    Optional<Arrival> find(ArrivalId id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .param("now", now())
                .query(ArrivalTable::arrival)
                .optional();
    }

    /** More than one only for a patient who came by a link. */
    List<Arrival> of(AppointmentId visit, ParticipantId participant) {
        return sql.sql(COLUMNS + "where appointment_id = :visit and :participant in (participant_id, confirm_id)")
                .param("visit", visit.value())
                .param("participant", participant.value())
                .param("now", now())
                .query(ArrivalTable::arrival)
                .list();
    }

    List<Arrival> of(Collection<AppointmentId> visits) {
        if (visits.isEmpty()) return List.of();
        return sql.sql(COLUMNS + "where appointment_id in (:visits) order by since, id")
                .param("visits", visits.stream().map(AppointmentId::value).toList())
                .param("now", now())
                .query(ArrivalTable::arrival)
                .list();
    }

    /** One guarded move; false when that one stands where no such move begins. */
    boolean move(ArrivalId id, AppointmentId visit, ArrivalState to) {
        return sql.sql("""
                update arrival set state = :to, admitted_at = case when :to = 'ADMITTED' then :now else admitted_at end
                where id = :id and appointment_id = :visit and state in (:from)
                """)
                        .param("id", id.value())
                        .param("visit", visit.value())
                        .param("to", to.name())
                        .param("from", VisitTable.names(to.before()))
                        .param("now", now())
                        .update()
                == 1;
    }

    /** At the start: the named ones who are there come in by themselves. */
    void admitNamed(AppointmentId visit) {
        sql.sql("""
                update arrival set state = 'ADMITTED', admitted_at = :now
                where appointment_id = :visit and state = 'WAITING' and participant_id is not null
                """).param("visit", visit.value()).param("now", now()).update();
    }

    void allLeave(AppointmentId visit) {
        sql.sql("update arrival set state = 'LEFT' where appointment_id = :visit and state in ('WAITING', 'ADMITTED')")
                .param("visit", visit.value())
                .update();
    }

    void remove(AppointmentId visit, ParticipantId participant) {
        sql.sql(
                        "update arrival set state = 'REMOVED' where appointment_id = :visit and :participant in (participant_id, confirm_id)")
                .param("visit", visit.value())
                .param("participant", participant.value())
                .update();
    }

    /** This page speaks for the person from now on. */
    void connected(ArrivalId id, String page) {
        sql.sql("update arrival set page_id = :page, online_until = :until where id = :id")
                .param("id", id.value())
                .param("page", page)
                .param("until", Timestamp.from(clock.instant().plus(SILENCE)))
                .update();
    }

    /** Nothing when a newer page has taken over. */
    void disconnected(ArrivalId id, String page) {
        sql.sql("update arrival set online_until = :now where id = :id and page_id = :page")
                .param("id", id.value())
                .param("page", page)
                .param("now", now())
                .update();
    }

    void alive(Collection<ArrivalId> ids) {
        if (ids.isEmpty()) return;
        sql.sql("update arrival set online_until = :until where id in (:ids)")
                .param("ids", ids.stream().map(ArrivalId::value).toList())
                .param("until", Timestamp.from(clock.instant().plus(SILENCE)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Arrival arrival(ResultSet row, int n) throws SQLException {
        var toConfirm = row.getObject("confirm_id", UUID.class);
        var participant = toConfirm != null ? toConfirm : row.getObject("participant_id", UUID.class);
        return new Arrival(
                new ArrivalId(row.getObject("id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                participant == null ? null : new ParticipantId(participant),
                toConfirm != null,
                row.getString("display_name"),
                row.getString("given_role"),
                ArrivalState.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("online"),
                orEmpty(row.getString("page_id")),
                orEmpty(row.getString("device_check")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
