package se.vardrum.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.vardrum.patient.PopulationRegister;
import se.vardrum.patient.PopulationRegister.Answer;
import se.vardrum.patient.PopulationRegister.Entry;

@SpringBootTest
class DemoRegisterTests {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    @Autowired
    PopulationRegister register;

    @Test
    void theDemosPatientsAndTheirFamiliesAreInIt() {
        for (var it : DemoPatient.all(TODAY)) {
            var entry = known(it.patient().identityNumber());
            assertThat(entry.lastName()).isEqualTo(it.patient().lastName());
            assertThat(entry.protectedIdentity()).isEqualTo(it.patient().protectedIdentity());
        }
        for (var it : DemoFamily.all(TODAY))
            assertThat(known(it.identityNumber()).guardians()).hasSameSizeAs(it.proxies());
    }

    @Test
    void familiesThatAreNotPatientsYetHaveChildrenOfEveryAgeTheRulesSpeakOf() {
        var others = DemoFile.rows("demo-register.csv").stream()
                .map(row -> known(number(row, row[4])))
                .collect(Collectors.toMap(it -> it.firstName(), it -> it));
        assertThat(Stream.of("Tuva", "Samuel", "Vidar", "Esther", "Nils").map(it -> age(others, it)))
                .containsExactly(12, 13, 15, 16, 17);
        assertThat(others.get("Nils").protectedIdentity()).isTrue();
        assertThat(others.get("Tuva").guardians())
                .extracting(it -> it.firstName())
                .containsExactly("Linnea", "Patrik");
        assertThat(others.get("Astrid").deregistered()).isTrue();
    }

    @Test
    void aNumberThatWasReplacedLeadsToTheNewOne() {
        var robin = DemoFile.rows("demo-register.csv").stream()
                .filter(row -> row[0].equals("Robin"))
                .findFirst()
                .orElseThrow();
        var now = known(number(robin, robin[4]));
        assertThat(known(number(robin, "05-15")).replacedBy()).isEqualTo(now.number());
        assertThat(now.replacedBy()).isNull();
        assertThat(register.lookUp("190001012384")).isEqualTo(new Answer.Unknown());
    }

    private Entry known(String number) {
        return ((Answer.Known) register.lookUp(number)).entry();
    }

    private static String number(String[] row, String day) {
        var born = DemoPatient.born(Integer.parseInt(row[3]), java.time.MonthDay.parse("--" + day), TODAY);
        return DemoPatient.number(born, row[2].equals("W") ? "238" : "239");
    }

    private static int age(Map<String, Entry> all, String name) {
        return Period.between(all.get(name).birthDate(), TODAY).getYears();
    }
}
