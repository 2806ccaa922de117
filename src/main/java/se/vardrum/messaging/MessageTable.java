package se.vardrum.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

@Repository
class MessageTable {

    /** Something to tell. */
    record New(UUID id, ParticipantId participant, Medium medium, MessageKind kind, int version, int nth) {}

    private static final String COLUMNS = """
            id, appointment_id, participant_id, channel, kind, version, nth, round, state, attempts, problem,
            coalesce(delivered_at, sent_at, due_at) as at
            """;

    private final JdbcClient sql;

    MessageTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** All in one statement; what has been written before is left as it is. */
    void write(AppointmentId appointment, List<New> all, Instant due) {
        sql.sql("""
                insert into message (id, appointment_id, participant_id, channel, kind, version, nth, state, due_at)
                select id, :appointment, participant, channel, kind, version, nth, 'DUE', :due
                from unnest(:ids, :participants, :channels, :kinds, :versions, :nths)
                  as new (id, participant, channel, kind, version, nth)
                on conflict on constraint sent_once do nothing
                """)
                .param("appointment", appointment.value())
                .param("due", Timestamp.from(due))
                .param("ids", all.stream().map(New::id).toArray(UUID[]::new))
                .param(
                        "participants",
                        all.stream().map(it -> it.participant().value()).toArray(UUID[]::new))
                .param("channels", all.stream().map(it -> it.medium().name()).toArray(String[]::new))
                .param("kinds", all.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("versions", all.stream().map(New::version).toArray(Integer[]::new))
                .param("nths", all.stream().map(New::nth).toArray(Integer[]::new))
                .update();
    }

    /**
     * False when another node is sending this very message now. Held until the transaction ends, or the process; a node
     * that is cut off loses it after five minutes, longer than any attempt takes. The commit will be durable, whatever
     * this database does otherwise.
     */
    boolean hold(UUID id) {
        return sql.sql("""
                select pg_try_advisory_xact_lock(hashtextextended(:id, 0)) as held,
                  set_config('idle_in_transaction_session_timeout', '5min', true),
                  set_config('synchronous_commit', 'on', true)
                """)
                .param("id", "message " + id)
                .query((row, number) -> row.getBoolean("held"))
                .single();
    }

    Optional<Message> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from message where id = :id")
                .param("id", id)
                .query(MessageTable::message)
                .optional();
    }

    /** What is still to be sent of a visit, the earliest first, and an SMS before an e-mail of the same moment. */
    List<Message> due(AppointmentId about) {
        return sql.sql("select " + COLUMNS + """
                from message where appointment_id = :about and state = 'DUE'
                order by due_at, channel desc, id
                """)
                .param("about", about.value())
                .query(MessageTable::message)
                .list();
    }

    /** What everybody of these appointments was to be told under the contact of now: what went to an earlier one is past. */
    List<Message> newest(Collection<AppointmentId> appointments) {
        if (appointments.isEmpty()) return List.of();
        return sql.sql("select " + COLUMNS + """
                from (select *, max(version) over (partition by participant_id) as newest
                      from message where appointment_id in (:appointments)) message
                where version = newest
                order by participant_id, channel, kind
                """)
                .param(
                        "appointments",
                        appointments.stream().map(AppointmentId::value).toList())
                .query(MessageTable::message)
                .list();
    }

    /** The invitations that have gone out: those who got one must hear when it no longer holds. */
    List<Message> invited(AppointmentId appointment) {
        return sql.sql("select distinct on (participant_id, channel) " + COLUMNS + """
                from message
                where appointment_id = :appointment and kind = 'INVITATION' and state in ('SENT', 'DELIVERED')
                order by participant_id, channel, version desc
                """)
                .param("appointment", appointment.value())
                .query(MessageTable::message)
                .list();
    }

    /** Invitations not yet sent are not sent; of everybody, or of one. */
    void dropInvitations(AppointmentId appointment, @Nullable ParticipantId only, int beforeVersion) {
        sql.sql("""
                update message set state = 'DROPPED', problem = null
                where appointment_id = :appointment and state = 'DUE' and kind = 'INVITATION'
                  and version < :before and (:only::uuid is null or participant_id = :only::uuid)
                """)
                .param("appointment", appointment.value())
                .param("before", beforeVersion)
                .param("only", only == null ? null : only.value(), Types.OTHER)
                .update();
    }

    void drop(UUID id) {
        sql.sql("update message set state = 'DROPPED', problem = null where id = :id and state = 'DUE'")
                .param("id", id)
                .update();
    }

    /** The other end has taken it. False when it was dropped while it was on its way. */
    boolean sent(UUID id, Instant at) {
        boolean due =
                sql.sql("""
                update message set state = 'SENT', sent_at = :at, attempts = attempts + 1, problem = null
                where id = :id and state = 'DUE'
                """).param("id", id).param("at", Timestamp.from(at)).update() == 1;
        if (!due) {
            sql.sql("update message set state = 'SENT', sent_at = :at where id = :id and state = 'DROPPED'")
                    .param("id", id)
                    .param("at", Timestamp.from(at))
                    .update();
        }
        return due;
    }

    void later(UUID id, Instant due, String problem) {
        sql.sql("""
                update message set due_at = :due, attempts = attempts + 1, problem = :problem
                where id = :id and state = 'DUE'
                """)
                .param("id", id)
                .param("due", Timestamp.from(due))
                .param("problem", problem)
                .update();
    }

    void failed(UUID id, String problem) {
        sql.sql("""
                update message set state = 'FAILED', attempts = attempts + 1, problem = :problem
                where id = :id and state = 'DUE'
                """).param("id", id).param("problem", problem).update();
    }

    /** Makes it due again, in a new round; false while it is due already. */
    boolean again(UUID id, Instant due) {
        sql.sql("delete from sms_part where message_id in (select id from message where id = :id and state <> 'DUE')")
                .param("id", id)
                .update();
        return sql.sql("""
                update message set state = 'DUE', round = round + 1, due_at = :due, attempts = 0, problem = null,
                  sent_at = null, delivered_at = null
                where id = :id and state <> 'DUE'
                """).param("id", id).param("due", Timestamp.from(due)).update() == 1;
    }

    /** What the receipts of all its parts together mean. */
    void settle(UUID id, Instant at) {
        sql.sql("""
                update message set
                  state = case when failed then 'FAILED' else 'DELIVERED' end,
                  problem = case when failed then 'messaging.problem.undelivered' end,
                  delivered_at = case when failed then null else :at::timestamptz end
                from (select bool_or(outcome = 'FAILED') as failed,
                             bool_and(outcome is not distinct from 'DELIVERED') as delivered
                      from sms_part where message_id = :id) parts
                where id = :id and state = 'SENT' and (failed or delivered)
                """).param("id", id).param("at", Timestamp.from(at)).update();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                Medium.valueOf(row.getString("channel")),
                MessageKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getInt("nth"),
                row.getInt("round"),
                Deliveries.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("at").toInstant(),
                row.getString("problem"));
    }
}
