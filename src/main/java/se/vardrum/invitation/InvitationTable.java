package se.vardrum.invitation;

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
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

@Repository
class InvitationTable {

    private static final String COLUMNS =
            "select id, appointment_id, participant_id, version, revoked_at is not null as revoked from invitation ";

    private final JdbcClient sql;

    InvitationTable(JdbcClient sql) {
        this.sql = sql;
    }

    record New(InvitationId id, @Nullable ParticipantId participant, byte[] hash) {}

    /** One statement for a booking's links. */
    void insert(AppointmentId appointment, List<New> links) {
        var values = new ArrayList<String>();
        for (int i = 0; i < links.size(); i++)
            values.add("(:id%1$d, :appointment, :participant%1$d, :hash%1$d)".formatted(i));
        var insert = sql.sql("insert into invitation (id, appointment_id, participant_id, token_hash) values "
                        + String.join(", ", values))
                .param("appointment", appointment.value());
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            insert = insert.param("id" + i, link.id().value())
                    .param(
                            "participant" + i,
                            link.participant() == null
                                    ? null
                                    : link.participant().value(),
                            Types.OTHER)
                    .param("hash" + i, link.hash());
        }
        insert.update();
    }

    /** False when somebody else was faster. */
    boolean insertGeneral(AppointmentId appointment, New link) {
        return sql.sql("""
                insert into invitation (id, appointment_id, token_hash) values (:id, :appointment, :hash)
                on conflict (appointment_id, participant_id) do nothing
                """)
                        .param("id", link.id().value())
                        .param("appointment", appointment.value())
                        .param("hash", link.hash())
                        .update()
                == 1;
    }

    Optional<Invitation> byHash(byte[] hash) {
        return sql.sql(COLUMNS + "where token_hash = :hash")
                .param("hash", hash)
                .query(InvitationTable::invitation)
                .optional();
    }

    /** The invitation this link once belonged to, before it was replaced. */
    Optional<Invitation> byOldHash(byte[] hash) {
        return sql.sql(COLUMNS + "where id = (select invitation_id from old_link where token_hash = :hash)")
                .param("hash", hash)
                .query(InvitationTable::invitation)
                .optional();
    }

    Optional<Invitation> personal(ParticipantId participant) {
        return sql.sql(COLUMNS + "where participant_id = :participant")
                .param("participant", participant.value())
                .query(InvitationTable::invitation)
                .optional();
    }

    List<Invitation> personal(AppointmentId appointment) {
        return sql.sql(COLUMNS + "where appointment_id = :appointment and participant_id is not null")
                .param("appointment", appointment.value())
                .query(InvitationTable::invitation)
                .list();
    }

    Optional<Invitation> general(AppointmentId appointment) {
        return sql.sql(COLUMNS + "where appointment_id = :appointment and participant_id is null")
                .param("appointment", appointment.value())
                .query(InvitationTable::invitation)
                .optional();
    }

    /** Whose own link somebody has come by, as it is now. */
    List<ParticipantId> opened(Collection<AppointmentId> appointments) {
        if (appointments.isEmpty()) return List.of();
        return sql.sql("""
                select participant_id from invitation
                where appointment_id in (:appointments) and participant_id is not null and first_opened is not null
                """)
                .param(
                        "appointments",
                        appointments.stream().map(AppointmentId::value).toList())
                .query((row, n) -> new ParticipantId(row.getObject("participant_id", UUID.class)))
                .list();
    }

    void opened(InvitationId id, Instant now) {
        sql.sql("update invitation set first_opened = :now where id = :id and first_opened is null")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * The old hash moves aside, so that the old link still gets a kind answer. Of two who replace the same version only
     * one does.
     */
    boolean replace(Invitation before, byte[] hash) {
        return sql.sql("""
                with before as (select id, token_hash from invitation where id = :id and version = :version for update),
                     old as (insert into old_link (token_hash, invitation_id) select token_hash, id from before)
                update invitation set version = version + 1, token_hash = :hash,
                  first_opened = case when participant_id is null then first_opened end, -- nobody has opened the new one
                  revoked_at = case when participant_id is null then null else revoked_at end -- who was taken away stays so
                from before where invitation.id = before.id
                """)
                        .param("id", before.id().value())
                        .param("version", before.version())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    void revoke(InvitationId id, Instant now) {
        sql.sql("update invitation set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Only that version, and once. */
    boolean revoke(InvitationId id, int version, Instant now) {
        return sql.sql("""
                update invitation set revoked_at = :now where id = :id and version = :version and revoked_at is null
                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        var participant = row.getObject("participant_id", UUID.class);
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                participant == null ? null : new ParticipantId(participant),
                row.getInt("version"),
                row.getBoolean("revoked"));
    }
}
