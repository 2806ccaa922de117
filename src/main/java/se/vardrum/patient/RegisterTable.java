package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the register was asked about whom, and what it said that is kept. */
@Repository
class RegisterTable {

    /** How the last look ended. */
    enum State {
        ANSWERED,
        FAILED,
        DEREGISTERED,
        /** The new number is another person's here. */
        TAKEN
    }

    /** @param answered null: never */
    record Look(State state, @Nullable Instant answered) {}

    private static final String[] SYSTEMS = {NumberKind.PERSONNUMMER.system(), NumberKind.SAMORDNINGSNUMMER.system()};

    private final JdbcClient sql;

    RegisterTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The number to ask by; a reserve number is known to no register. */
    Optional<String> number(PersonId person) {
        return sql.sql(
                        "select value from person_identifier where person_id = :person and current and system = any (:systems)")
                .param("person", person.value())
                .param("systems", SYSTEMS)
                .query(String.class)
                .optional();
    }

    /** True for the one who is to ask now; others go on with what is there, and are not told that anything is wrong. */
    boolean claim(PersonId person, Instant now, Instant answeredBefore, Instant askedBefore) {
        return sql.sql("""
                        insert into register_look as look (person_id, asked_at, state) values (:person, :now, 'ANSWERED')
                        on conflict (person_id) do update set asked_at = excluded.asked_at
                        where (look.answered_at is null or look.answered_at <= :answeredBefore) and look.asked_at <= :askedBefore
                        """)
                        .param("person", person.value())
                        .param("now", Timestamp.from(now))
                        .param("answeredBefore", Timestamp.from(answeredBefore))
                        .param("askedBefore", Timestamp.from(askedBefore))
                        .update()
                == 1;
    }

    Look last(PersonId person) {
        return sql.sql("select state, answered_at from register_look where person_id = :person")
                .param("person", person.value())
                .query((row, n) -> {
                    var answered = row.getTimestamp("answered_at");
                    return new Look(
                            State.valueOf(row.getString("state")), answered == null ? null : answered.toInstant());
                })
                .single();
    }

    void failed(PersonId person) {
        sql.sql("update register_look set state = 'FAILED' where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void answered(PersonId person, State state, Instant now) {
        sql.sql("update register_look set state = :state, answered_at = :now where person_id = :person")
                .param("person", person.value())
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** True when something is different now; the day of birth only when one is said. */
    boolean keep(PersonId person, String first, String last, boolean hidden, @Nullable LocalDate born) {
        return sql.sql("""
                        update person
                        set first_name = :first, last_name = :last, protected_identity = :hidden,
                            birth_date = coalesce(cast(:born as date), birth_date)
                        where id = :person
                          and (first_name, last_name, protected_identity, birth_date)
                            is distinct from (:first, :last, :hidden, coalesce(cast(:born as date), birth_date))
                        """)
                        .param("person", person.value())
                        .param("first", first)
                        .param("last", last)
                        .param("hidden", hidden)
                        .param("born", born, java.sql.Types.DATE)
                        .update()
                == 1;
    }

    List<PersonId> guardians(PersonId child, LocalDate day) {
        return sql
                .sql("select proxy_id from proxy where person_id = :child and (until is null or until >= :day)")
                .param("child", child.value())
                .param("day", day)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Those not among these have that last day, if not an earlier one. */
    void endOthers(PersonId child, Collection<PersonId> named, LocalDate lastDay) {
        sql.sql("""
                update proxy set until = :day
                where person_id = :child and proxy_id <> all (:named) and (until is null or until > :day)
                """)
                .param("child", child.value())
                .param("named", named.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("day", lastDay)
                .update();
    }
}
