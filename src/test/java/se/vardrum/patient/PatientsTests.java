package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardrum.page.NotFound;
import se.vardrum.patient.ImportPatients.NewPatient;

class PatientsTests extends SearchTest {

    @Autowired
    CorrectContact correctContact;

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
    void aFullNameComesFirstThenTheLastNameThenWholeWords() {
        known(
                anna,
                patient("198001010001", "Berg", "Andersson", false, null),
                patient("198001010002", "Sven", "Berg", false, null),
                patient("198001010003", "Sven", "Bergman", false, null),
                patient("198001010004", "Sven Berg", "Zorn", false, null));
        assertThat(named("berg")).containsExactly("Sven Berg", "Berg Andersson", "Sven Berg Zorn", "Sven Bergman");
        assertThat(named("sven berg")).containsExactly("Sven Berg", "Sven Berg Zorn", "Sven Bergman");
        assertThat(named("sv be zo")).containsExactly("Sven Berg Zorn");
    }

    @Test
    void wordsThatDoNotStandTogetherAreFoundAlsoAmongMany() {
        var many = new ArrayList<NewPatient>();
        for (int n = 0; n < 120; n++) many.add(patient("19810101%04d".formatted(n), "Anna", "Andersson", false, null));
        known(anna, many.toArray(NewPatient[]::new));
        known(anna, patient("198201010001", "Anna Karin Sofia", "Ökvist", false, null));
        assertThat(named("anna okv")).containsExactly("Anna Karin Sofia Ökvist");
        assertThat(named("ök sof ann")).containsExactly("Anna Karin Sofia Ökvist");
        assertThat(named("ann anna ökvist")).containsExactly("Anna Karin Sofia Ökvist");
        assertThat(named("anna ökvist nej")).isEmpty();
        assertThat(patients.search(anna, "an", 10))
                .matches(it -> it instanceof Patients.Found.Some(var hits, var more) && hits.size() == 10 && more);
    }

    @Test
    void aNameIsFoundAtThePersonsOwnUnitsOnly() {
        var other = someoneElsewhere();
        assertThat(named(other, "lindgren")).isEmpty();
        assertThat(named(other, "19850314-2385")).containsExactly("Anna-Karin Lindgren");
        assertThat(named(other, "lindgren")).isEmpty();
        known(other, patient("198503142385", "Anna-Karin", "Lindgren", false, null));
        assertThat(named(other, "lindgren")).containsExactly("Anna-Karin Lindgren");
        assertThat(named("lindgren")).hasSize(2);
    }

    @Test
    void aChangedNameOrProtectionCountsAtOnce() {
        known(anna, patient("198301010001", "Lova", "Frisk", false, null));
        var lova = own("198301010001").person();
        person(lova, "last_name = 'Ny-Sjögren'");
        assertThat(named("frisk")).isEmpty();
        assertThat(named("sjogren lova")).containsExactly("Lova Ny-Sjögren");
        person(lova, "protected_identity = true, first_name = 'Loa'");
        assertThat(named("sjogren")).isEmpty();
        known(someoneElsewhere(), patient("198301010001", "", "", false, null));
        assertThat(turns(lova)).isZero();
        person(lova, "protected_identity = false");
        assertThat(named("loa")).containsExactly("Loa Ny-Sjögren");
    }

    @Test
    void oneWhoIsProtectedInTheSameMomentAsAUnitGetsThePatientIsNotFound() {
        importPatients.add(List.of(patient("198401010001", "Sture", "Samtidig", false, null)));
        var person = own("198401010001").person();
        var joining = new TransactionTemplate(transactions).execute(_ -> {
            person(person, "protected_identity = true");
            var other = CompletableFuture.runAsync(() -> unitPatients.add(anna.unit(), person));
            await().until(this::somebodyWaits);
            return other;
        });
        joining.join();
        assertThat(named("samtidig")).isEmpty();
        assertThat(turns(person)).isZero();
        assertThat(patients.mayChoose(anna, person)).isTrue();
        person(person, "protected_identity = false");
        assertThat(named("samtidig")).containsExactly("Sture Samtidig");
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
                .param("system", NumberKind.PERSONNUMMER.system())
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

    private boolean somebodyWaits() {
        return sql.sql("""
                        select exists (select from pg_stat_activity
                          where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    private long turns(PersonId person) {
        return sql.sql("select count(*) from patient_turn where person_id = :id")
                .param("id", person.value())
                .query(Long.class)
                .single();
    }

    private void person(PersonId id, String change) {
        sql.sql("update person set " + change + " where id = :id")
                .param("id", id.value())
                .update();
    }
}
