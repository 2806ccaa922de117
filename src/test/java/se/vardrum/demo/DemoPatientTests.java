package se.vardrum.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.personnummer.Personnummer;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardrum.page.Phone;
import se.vardrum.patient.ImportPatients.NewPatient;

class DemoPatientTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-25", "2027-02-28", "2027-03-01", "2028-02-29", "2028-12-31", "2029-01-01", "2031-05-17"
            })
    void everyoneIsAsOldAsTheFileSaysWhateverTheDay(LocalDate today) {
        var all = DemoPatient.all(today).stream().map(DemoPatient::patient).toList();
        assertThat(age(all, "Jake Nordin", today)).isEqualTo(19);
        assertThat(age(all, "Ove Berg", today)).isEqualTo(71);
        var numbers = new HashSet<String>();
        for (var it : all) {
            assertThat(numbers.add(it.identityNumber())).as(name(it)).isTrue();
            assertThat(Personnummer.valid(it.identityNumber())).as(name(it)).isTrue();
            assertThat(it.identityNumber()).matches("\\d{8}23[89]\\d");
            assertThat(it.birthDate()).isBeforeOrEqualTo(today);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25"})
    void theyAreReachedInTheWaysThatMatter(LocalDate today) {
        var all = DemoPatient.all(today);
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all)
                .filteredOn(DemoPatient::button)
                .extracting(it -> name(it.patient()))
                .startsWith("Jake Nordin", "Ove Berg");
        var patients = all.stream().map(DemoPatient::patient).toList();
        assertThat(patients).filteredOn(NewPatient::protectedIdentity).hasSize(1);
        assertThat(patients)
                .filteredOn(it -> it.mobile() == null && !it.protectedIdentity())
                .isNotEmpty();
        assertThat(patients)
                .filteredOn(it -> it.email() != null)
                .allMatch(it -> it.email().endsWith("@example.com"))
                .isNotEmpty();
        assertThat(patients).filteredOn(it -> it.mobile() != null).allSatisfy(it -> {
            assertThat(Phone.mobile(it.mobile())).isEqualTo(new Phone.Read.Mobile(it.mobile()));
            assertThat(it.mobile()).matches("\\+46701740(6[0-9][0-9])").isGreaterThanOrEqualTo("+46701740605");
        });
        assertThat(patients.getFirst().mobile()).isEqualTo("+46701740699");
    }

    private static int age(List<NewPatient> all, String name, LocalDate today) {
        var it = all.stream()
                .filter(patient -> name(patient).equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(it.mobile()).isNotNull();
        return Period.between(it.birthDate(), today).getYears();
    }

    private static String name(NewPatient it) {
        return it.firstName() + " " + it.lastName();
    }
}
