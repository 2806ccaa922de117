package se.vardrum.access;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
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
        CREATED,
        CANCELLED,
        JOINED,
        /** A guardian was marked as one who may neither take part nor know. */
        PROXY_BARRED,
        /** That mark was taken away. */
        PROXY_ALLOWED,
        /** A guest was let into a visit of one with protected identity. */
        GUEST_INVITED,
        /** A general link was made for a visit of one with protected identity. */
        LINK_MADE
    }

    private static final Duration TYPING = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Clock clock;

    AccessLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes one row, in the transaction that is open if there is one. */
    public void write(Actor actor, Action action, UUID person, @Nullable UUID appointment) {
        switch (actor) {
            case Actor.Staff it ->
                write("STAFF", it.practitioner(), it.role(), it.unit(), action, person, appointment, null);
            case Actor.Patient it -> write("PATIENT", it.person(), null, null, action, person, appointment, null);
        }
    }

    /** As {@link #write}, with the reason that was asked for. */
    public void because(String reason, Actor.Staff it, Action action, UUID person, @Nullable UUID appointment) {
        write("STAFF", it.practitioner(), it.role(), it.unit(), action, person, appointment, reason);
    }

    /** One row for each of these persons, in one statement: for a list that somebody looks at. */
    public void writeAll(Actor.Staff actor, Action action, Collection<UUID> persons) {
        writeAll(actor, action, persons, null);
    }

    /**
     * As {@link #writeAll}, without those this actor has such a row of from so short a time ago: for a list that keeps
     * itself fresh, where the same look goes on.
     */
    public void writeNew(Actor.Staff actor, Action action, Collection<UUID> persons, Duration within) {
        writeAll(actor, action, persons, clock.instant().minus(within));
    }

    /**
     * A search: a row for each of these, but not anew while somebody types on, and one row without a person when nobody
     * was found. What was looked for is not kept.
     */
    public void searched(Actor.Staff actor, Collection<UUID> found) {
        if (found.isEmpty())
            write("STAFF", actor.practitioner(), actor.role(), actor.unit(), Action.SEARCHED, null, null, null);
        else writeNew(actor, Action.SEARCHED, found, TYPING);
    }

    /** Whether this actor, under this assignment, has such a row of that person from so short a time ago. */
    public boolean has(Actor.Staff actor, Action action, UUID person, Duration within) {
        return sql.sql("""
                select exists (select from access_log
                  where person_id = :person and at >= :since and actor_id = :id and assignment_id = :role and action = :action)
                """)
                .param("person", person)
                .param("since", Timestamp.from(clock.instant().minus(within)))
                .param("id", actor.practitioner())
                .param("role", actor.role())
                .param("action", action.name())
                .query(Boolean.class)
                .single();
    }

    private void writeAll(Actor.Staff actor, Action action, Collection<UUID> persons, @Nullable Instant unlessSince) {
        if (persons.isEmpty()) return;
        sql.sql("""
                insert into access_log (at, actor_kind, actor_id, assignment_id, unit_id, action, person_id)
                select :at, 'STAFF', :id, :role, :unit, :action, seen.person
                from (select distinct unnest(cast(:persons as uuid[])) as person) seen
                where cast(:since as timestamptz) is null or not exists (
                  select from access_log before
                  where before.person_id = seen.person and before.at >= :since and before.actor_id = :id
                    and before.assignment_id = :role and before.action = :action)
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", actor.practitioner())
                .param("role", actor.role())
                .param("unit", actor.unit())
                .param("action", action.name())
                .param("persons", persons.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("since", unlessSince == null ? null : Timestamp.from(unlessSince), Types.TIMESTAMP)
                .update();
    }

    private void write(
            String kind,
            UUID id,
            @Nullable UUID role,
            @Nullable UUID unit,
            Action action,
            @Nullable UUID person,
            @Nullable UUID appointment,
            @Nullable String reason) {
        sql.sql("""
                insert into access_log (at, actor_kind, actor_id, assignment_id, unit_id, action, person_id, appointment_id, reason)
                values (:at, :kind, :id, :role, :unit, :action, :person, :appointment, :reason)
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("id", id)
                .param("role", role, Types.OTHER)
                .param("unit", unit, Types.OTHER)
                .param("action", action.name())
                .param("person", person, Types.OTHER)
                .param("appointment", appointment, Types.OTHER)
                .param("reason", reason, Types.VARCHAR)
                .update();
    }
}
