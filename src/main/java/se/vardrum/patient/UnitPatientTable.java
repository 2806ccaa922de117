package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitPatientTable {

    private final JdbcClient sql;
    private final Clock clock;

    UnitPatientTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(UUID unit, Collection<PersonId> persons) {
        sql.sql("""
                insert into unit_patient (person_id, unit_id, since)
                select person, :unit, :now from unnest(:persons) person
                on conflict do nothing
                """)
                .param("unit", unit)
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    boolean has(UUID unit, PersonId person) {
        return sql.sql("select exists (select from unit_patient where person_id = :person and unit_id = :unit)")
                .param("person", person.value())
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }
}
