package se.vardrum.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
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
import se.vardrum.visit.Moves.OfArrival;

@Repository
class ArrivalTable {

    private static final String COLUMNS = """
            select *, exists (select from live_node n where n.id = node_id and n.alive_until > now()) as online
            from arrival
            """;

    /**
     * A place to be.
     *
     * @param named the holder, who is known
     * @param toConfirm whose link it was, for one whom staff must know first
     */
    record New(
            AppointmentId visit,
            @Nullable ParticipantId named,
            @Nullable ParticipantId toConfirm,
            String name,
            String givenRole,
            ArrivalState state) {}

    private final JdbcClient sql;
    private final Clock clock;

    ArrivalTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    ArrivalId insert(New it, Browser browser) {
        var id = new ArrivalId(Ids.next());
        letGo(it.visit(), browser.id());
        sql.sql("""
                insert into arrival (id, appointment_id, participant_id, confirm_id, display_name, given_role, state, since,
                    admitted_at, browser_id, device_check)
                values (:id, :visit, :named, :confirm, :name, :role, :state, :now,
                    case when :state = 'ADMITTED' then :now::timestamptz end, :browser, :device)
                """)
                .param("id", id.value())
                .param("visit", it.visit().value())
                .param("named", value(it.named()), Types.OTHER)
                .param("confirm", value(it.toConfirm()), Types.OTHER)
                .param("name", it.name())
                .param("role", it.givenRole())
                .param("state", it.state().name())
                .param("now", now())
                .param("browser", browser.id())
                .param("device", browser.devices())
                .update();
        return id;
    }

    /** The place is that browser's from now on; one it had before is nobody's. */
    void take(Arrival place, String name, Browser browser) {
        if (!browser.id().equals(place.browser())) letGo(place.visit(), browser.id());
        sql.sql("update arrival set browser_id = :browser, display_name = :name, device_check = :device where id = :id")
                .param("id", place.id().value())
                .param("browser", browser.id())
                .param("name", name)
                .param("device", browser.devices())
                .update();
    }

    /** A browser has one place in a visit. One that is let go is left, unless it was shut. */
    private void letGo(AppointmentId visit, UUID browser) {
        sql.sql("""
                update arrival set browser_id = null, node_id = null,
                    state = case when state in ('WAITING', 'ADMITTED') then 'LEFT' else state end
                where appointment_id = :visit and browser_id = :browser
                """).param("visit", visit.value()).param("browser", browser).update();
    }

    Optional<Arrival> ofBrowser(AppointmentId visit, UUID browser) {
        return sql.sql(COLUMNS + "where appointment_id = :visit and browser_id = :browser")
                .param("visit", visit.value())
                .param("browser", browser)
                .query(ArrivalTable::arrival)
                .optional();
    }

    Optional<Arrival> find(AppointmentId visit, ArrivalId id) {
        return sql.sql(COLUMNS + "where id = :id and appointment_id = :visit")
                .param("id", id.value())
                .param("visit", visit.value())
                .query(ArrivalTable::arrival)
                .optional();
    }

    /** The own place of one who is known. */
    Optional<Arrival> named(AppointmentId visit, ParticipantId participant) {
        return sql.sql(COLUMNS + "where appointment_id = :visit and participant_id = :participant")
                .param("visit", visit.value())
                .param("participant", participant.value())
                .query(ArrivalTable::arrival)
                .optional();
    }

    /** Also those who came by that one's link and are to be confirmed. */
    List<Arrival> of(AppointmentId visit, ParticipantId participant) {
        return sql.sql(COLUMNS + "where appointment_id = :visit and :participant in (participant_id, confirm_id)")
                .param("visit", visit.value())
                .param("participant", participant.value())
                .query(ArrivalTable::arrival)
                .list();
    }

    List<Arrival> of(Collection<AppointmentId> visits) {
        if (visits.isEmpty()) return List.of();
        return sql.sql(COLUMNS + "where appointment_id in (:visits) order by since, id")
                .param("visits", visits.stream().map(AppointmentId::value).toList())
                .query(ArrivalTable::arrival)
                .list();
    }

    /** One guarded move; false when that one stands where no such move begins. */
    boolean move(ArrivalId id, AppointmentId visit, OfArrival move) {
        return sql.sql("""
                update arrival set state = :to,
                    admitted_at = case when :to = 'ADMITTED' then :now else admitted_at end,
                    since = case when :to = 'WAITING' then :now else since end,
                    held = case when :move = 'SEND_BACK' then true when :move = 'ADMIT' then false else held end
                where id = :id and appointment_id = :visit and state in (:from)
                """)
                        .param("id", id.value())
                        .param("visit", visit.value())
                        .param("move", move.name())
                        .param("to", move.to.name())
                        .param("from", VisitTable.names(move.from))
                        .param("now", now())
                        .update()
                == 1;
    }

    /** At the start: the named ones who are there come in by themselves. */
    void admitNamed(AppointmentId visit) {
        sql.sql("""
                update arrival set state = 'ADMITTED', admitted_at = :now
                where appointment_id = :visit and state = 'WAITING' and participant_id is not null and not held
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

    /** No browser has that one's place any more, and nobody is in it. */
    void vacate(AppointmentId visit, ParticipantId participant) {
        sql.sql("""
                update arrival set browser_id = null, node_id = null, silent_at = null,
                    state = case when state in ('WAITING', 'ADMITTED') then 'LEFT' else state end
                where appointment_id = :visit and :participant in (participant_id, confirm_id)
                """)
                .param("visit", visit.value())
                .param("participant", participant.value())
                .update();
    }

    /** This page speaks for the person from now on, by way of that node. */
    void connected(ArrivalId id, String page, UUID node) {
        sql.sql("update arrival set page_id = :page, node_id = :node, silent_at = null where id = :id")
                .param("id", id.value())
                .param("page", page)
                .param("node", node)
                .update();
    }

    /** Nothing when a newer page has taken over, or the place was vacated. */
    void disconnected(ArrivalId id, String page) {
        sql.sql("""
                update arrival set node_id = null, silent_at = now()
                where id = :id and page_id = :page and node_id is not null
                """).param("id", id.value()).param("page", page).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable UUID value(@Nullable ParticipantId id) {
        return id == null ? null : id.value();
    }

    private static Arrival arrival(ResultSet row, int n) throws SQLException {
        var toConfirm = row.getObject("confirm_id", UUID.class);
        var silent = row.getTimestamp("silent_at");
        var participant = toConfirm != null ? toConfirm : row.getObject("participant_id", UUID.class);
        return new Arrival(
                new ArrivalId(row.getObject("id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                participant == null ? null : new ParticipantId(participant),
                toConfirm != null,
                row.getString("display_name"),
                row.getString("given_role"),
                ArrivalState.valueOf(row.getString("state")),
                row.getBoolean("held"),
                row.getTimestamp("since").toInstant(),
                row.getObject("browser_id", UUID.class),
                row.getBoolean("online"),
                silent == null ? null : silent.toInstant(),
                orEmpty(row.getString("page_id")),
                orEmpty(row.getString("device_check")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
