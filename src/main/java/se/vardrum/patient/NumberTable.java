package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.page.Ids;

/** Persons by their numbers. A number is never a key: it changes, and the old one goes on finding the person. */
@Repository
class NumberTable {

    private final JdbcClient sql;

    NumberTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whoever has that number, made now or before. */
    PersonId person(IdentityNumber number, String first, String last, LocalDate born) {
        return withCurrentNumber(number)
                .orElseGet(() -> sql.sql("""
                with made as (
                  insert into person (id, first_name, last_name, birth_date) values (:id, :first, :last, :born) returning id
                )
                insert into person_identifier (person_id, system, value) select id, :system, :number from made
                returning person_id
                """)
                        .param("id", Ids.next())
                        .param("first", first)
                        .param("last", last)
                        .param("born", born)
                        .param("system", number.kind().system())
                        .param("number", number.value())
                        .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                        .single());
    }

    /** Whose number it is or was. */
    Optional<PersonId> withAnyNumber(IdentityNumber number) {
        return sql.sql("select person_id from person_identifier where value = :number and system = :system")
                .param("number", number.value())
                .param("system", number.kind().system())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /**
     * The number that was current becomes history; one the person had before becomes current again. Throws
     * DuplicateKeyException when somebody else has, or had, it.
     */
    void changeNumber(PersonId person, IdentityNumber number, Timestamp now) {
        sql.sql("select 1 from person where id = :person for update") // two changes come one after the other
                .param("person", person.value())
                .query()
                .listOfRows();
        sql.sql("update person_identifier set current = false, until = :now where person_id = :person and current")
                .param("person", person.value())
                .param("now", now)
                .update();
        boolean taken = sql.sql("""
                insert into person_identifier (person_id, system, value, since) values (:person, :system, :number, :now)
                on conflict (value, system) do update set current = true, until = null
                where person_identifier.person_id = excluded.person_id
                """)
                        .param("person", person.value())
                        .param("system", number.kind().system())
                        .param("number", number.value())
                        .param("now", now)
                        .update()
                == 0;
        if (taken) throw new DuplicateKeyException("the number is another person's");
    }

    /** Those the person had before, the latest first. */
    List<IdentityNumber> formerNumbers(PersonId person) {
        return sql.sql("""
                select system, value from person_identifier where person_id = :person and not current
                order by until desc nulls last
                """)
                .param("person", person.value())
                .query((row, n) -> new IdentityNumber(NumberKind.of(row.getString("system")), row.getString("value")))
                .list();
    }

    /** Whose number it is now. */
    Optional<PersonId> withCurrentNumber(IdentityNumber number) {
        return sql.sql("select person_id from person_identifier where value = :number and system = :system and current")
                .param("number", number.value())
                .param("system", number.kind().system())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }
}
