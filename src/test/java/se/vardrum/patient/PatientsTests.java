package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.access.Actor;
import se.vardrum.page.NotFound;
import se.vardrum.patient.ImportPatients.NewPatient;

@SpringBootTest(properties = "vardrum.test.demo=false")
class PatientsTests {

    @Autowired
    Patients patients;

    @Autowired
    ImportPatients importPatients;

    @Autowired
    CorrectContact correctContact;

    @Autowired
    JdbcClient sql;

    Actor.Staff anna = new Actor.Staff(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "Anna",
            "Sjuksköterska",
            UUID.randomUUID(),
            "Vårdcentralen",
            Set.of());

    @BeforeEach
    void someone() {
        importPatients.add(List.of(
                patient("198503142393", "Åke", "Öberg", false, "+46701740699"),
                patient("198503142385", "Anna-Karin", "Lindgren", false, null),
                patient("196711222395", "Hemlig", "Öberg", true, null),
                patient("194806172385", "Siv", "Lindgren Öberg", false, null)));
    }

    @Test
    void findsByTheBeginningOfEveryWordInAnyOrderWhateverTheAccents() {
        assertThat(named("oberg")).containsExactly("Åke Öberg", "Siv Lindgren Öberg");
        assertThat(named("ÖB ak")).containsExactly("Åke Öberg");
        assertThat(named("karin lind")).containsExactly("Anna-Karin Lindgren");
        assertThat(named("lindgren")).containsExactly("Anna-Karin Lindgren", "Siv Lindgren Öberg");
        assertThat(named("berg")).isEmpty();
    }

    @Test
    void aNameNeedsTwoLetters() {
        assertThat(named("ö")).isEmpty();
        assertThat(named("  ")).isEmpty();
        assertThat(named("%")).isEmpty();
        assertThat(named("__")).isEmpty();
    }

    @Test
    void aCompleteNumberFindsAlsoOneWithProtectedIdentity() {
        assertThat(named("hemlig")).isEmpty();
        assertThat(named("19671122-2395")).containsExactly("Hemlig Öberg");
        assertThat(named("671122-2395")).containsExactly("Hemlig Öberg");
    }

    @Test
    void aWrongNumberIsToldWhatIsWrong() {
        assertThat(patients.search(anna, "19850314-2394", 10))
                .isEqualTo(new Patients.Found.WrongNumber("patient.number.checksum"));
    }

    @Test
    void everyHitStandsInTheAccessLog() {
        var before = searches();
        patients.search(anna, "lindgren", 10);
        assertThat(searches()).isEqualTo(before + 2);
        patients.search(anna, "nobody", 10);
        assertThat(searches()).isEqualTo(before + 2);
    }

    @Test
    void aFormerNumberStillFindsThePersonAndTheCurrentOneIsShown() {
        var own = patients.profile(importPatients
                .add(List.of(patient("199602292386", "Elin", "Ny", false, null)))
                .get("199602292386"));
        var person = own.orElseThrow().person();
        sql.sql("update person_identifier set current = false where person_id = :id")
                .param("id", person.value())
                .update();
        sql.sql("insert into person_identifier (person_id, system, value) values (:id, :system, '199603012384')")
                .param("id", person.value())
                .param("system", IdentityNumber.PERSONNUMMER)
                .update();
        assertThat(named("19960229-2386")).containsExactly("Elin Ny");
        assertThat(patients.ownOf(person).orElseThrow().identityNumber()).isEqualTo("19960301-2384");
    }

    @Test
    void importingTheSameAgainChangesNothing() {
        var again = patient("198503142393", "Åke", "Öberg", false, "+46701740699");
        var first = importPatients.add(List.of(again));
        assertThat(importPatients.add(List.of(again))).isEqualTo(first);
        assertThat(named("åke öberg")).hasSize(1);
    }

    @Test
    void aCorrectedNumberIsKeptAndLogged() {
        var id = importPatients
                .add(List.of(patient("198503142385", "", "", false, null)))
                .get("198503142385");
        correctContact.mobile(anna, id, "+46701740698");
        assertThat(patients.profile(id).orElseThrow().mobile()).isEqualTo("+46701740698");
        assertThat(sql.sql("select count(*) from access_log where action = 'CHANGED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> correctContact.mobile(anna, new PatientProfileId(UUID.randomUUID()), "+46701740698"))
                .isInstanceOf(NotFound.class);
    }

    private List<String> named(String text) {
        return switch (patients.search(anna, text, 10)) {
            case Patients.Found.Some(var hits) ->
                hits.stream().map(PatientProfile::name).toList();
            case Patients.Found.WrongNumber(var key) -> List.of(key);
        };
    }

    private long searches() {
        return sql.sql("select count(*) from access_log where action = 'SEARCHED'")
                .query(Long.class)
                .single();
    }

    private static NewPatient patient(
            String number, String first, String last, boolean isProtected, @Nullable String mobile) {
        var born = LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                Integer.parseInt(number.substring(6, 8)));
        return new NewPatient(number, first, last, born, isProtected, mobile, null, "sv");
    }
}
