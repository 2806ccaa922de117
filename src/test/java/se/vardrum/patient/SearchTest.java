package se.vardrum.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import se.vardrum.access.Actor;
import se.vardrum.patient.ImportPatients.NewPatient;

/** What the tests of searching share: Anna, whose unit knows four patients. */
@SpringBootTest(properties = "vardrum.test.demo=false")
abstract class SearchTest {

    @Autowired
    Patients patients;

    @Autowired
    ImportPatients importPatients;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    UnitPatients unitPatients;

    Actor.Staff anna = someoneElsewhere();

    @BeforeEach
    void someone() {
        known(
                anna,
                patient("198503142393", "Åke", "Öberg", false, "+46701740699"),
                patient("198503142385", "Anna-Karin", "Lindgren", false, null),
                patient("196711222395", "Hemlig", "Öberg", true, null),
                patient("194806172385", "Siv", "Lindgren Öberg", false, null));
    }

    List<String> named(String text) {
        return named(anna, text);
    }

    List<String> named(Actor.Staff who, String text) {
        return switch (patients.search(who, text, 10)) {
            case Patients.Found.Some(var hits, var more) ->
                hits.stream().map(PatientProfile::name).toList();
            case Patients.Found.WrongNumber(var key) -> List.of(key);
        };
    }

    /** The unit of that one has had these. */
    void known(Actor.Staff who, NewPatient... them) {
        importPatients.add(List.of(them));
        var persons = Stream.of(them).map(it -> own(it.identityNumber()).person());
        unitPatients.addAll(who.unit(), persons.toList());
    }

    PatientProfile own(String number) {
        var person = sql.sql("select person_id from person_identifier where value = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        return patients.ownOf(new PersonId(person)).orElseThrow();
    }

    static Actor.Staff someoneElsewhere() {
        return new Actor.Staff(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Anna",
                "Sjuksköterska",
                UUID.randomUUID(),
                "Vårdcentralen",
                Set.of());
    }

    static NewPatient patient(String number, String first, String last, boolean isProtected, @Nullable String mobile) {
        var born = LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                Integer.parseInt(number.substring(6, 8)));
        return new NewPatient(number, first, last, born, isProtected, mobile, null, "sv");
    }
}
