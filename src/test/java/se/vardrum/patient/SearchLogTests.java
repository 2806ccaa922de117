package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What a search leaves, and what it opens. */
class SearchLogTests extends SearchTest {

    @Test
    void onlyWhoIsTheUnitsOwnOrWasFoundByNumberTodayCanBeChosen() {
        var other = someoneElsewhere();
        var lindgren = own("198503142385");
        assertThat(patients.chosen(anna, lindgren.id())).isPresent();
        assertThat(patients.chosen(other, lindgren.id())).isEmpty();
        assertThat(patients.chosen(anna, new PatientProfileId(UUID.randomUUID())))
                .isEmpty();
        sql.sql("""
                insert into access_log (at, actor_kind, actor_id, assignment_id, unit_id, action, person_id)
                values (now() - interval '13 hours', 'STAFF', :id, :role, :unit, 'SEARCHED', :person)
                """)
                .param("id", other.practitioner())
                .param("role", other.role())
                .param("unit", other.unit())
                .param("person", lindgren.person().value())
                .update();
        assertThat(patients.chosen(other, lindgren.id())).isEmpty();
        named(other, "19850314-2385");
        assertThat(patients.chosen(other, lindgren.id())).isPresent();
        assertThat(patients.chosen(someoneElsewhere(), lindgren.id())).isEmpty();
    }

    @Test
    void whoIsShownStandsInTheAccessLogButNotAnewWhileSomebodyTypes() {
        var before = searches();
        patients.search(anna, "lind", 1);
        assertThat(searches()).isEqualTo(before + 1);
        patients.search(anna, "lindgren", 10);
        assertThat(searches()).isEqualTo(before + 2);
        patients.search(anna, "lindgren", 10);
        patients.search(anna, "l", 10);
        assertThat(searches()).isEqualTo(before + 2);
    }

    @Test
    void aSearchThatFindsNobodyLeavesARowWithoutAPerson() {
        var before = nobody();
        patients.search(anna, "nobody", 10);
        patients.search(anna, "19900101-2385", 10);
        assertThat(nobody()).isEqualTo(before + 2);
        assertThatThrownBy(
                        () -> sql.sql("insert into access_log (at, actor_kind, action) values (now(), 'STAFF', 'SEEN')")
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private long searches() {
        return count("action = 'SEARCHED'");
    }

    private long nobody() {
        return count("action = 'SEARCHED' and person_id is null");
    }

    private long count(String which) {
        return sql.sql("select count(*) from access_log where actor_id = :id and " + which)
                .param("id", anna.practitioner())
                .query(Long.class)
                .single();
    }
}
