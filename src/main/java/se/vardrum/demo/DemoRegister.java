package se.vardrum.demo;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import se.vardrum.page.Site;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PopulationRegister;

/** The population register of a demo: its patients and their children, and some who are not patients yet. */
@Component
@Conditional(Site.Demo.class)
class DemoRegister implements PopulationRegister {

    private final Patients patients;
    private final DemoPersonTable noted;
    private final Clock clock;

    /** Made at the first look: only then are the demo's people there. */
    private volatile @Nullable Map<String, Entry> entries;

    DemoRegister(Patients patients, DemoPersonTable noted, Clock clock) {
        this.patients = patients;
        this.noted = noted;
        this.clock = clock;
    }

    @Override
    public Answer lookUp(String number) {
        var all = entries;
        if (all == null) entries = all = all(Patients.day(clock.instant()));
        var entry = all.get(number);
        return entry == null ? new Answer.Unknown() : new Answer.Known(entry);
    }

    private Map<String, Entry> all(LocalDate today) {
        var all = new HashMap<String, Entry>();
        var guardians = new HashMap<String, Guardian>(); // by what today's files call them
        var asMade = asMade();
        for (var it : DemoPatient.all(today)) {
            var patient = it.patient();
            var number = asMade.getOrDefault(patient.firstName() + " " + patient.lastName(), patient.identityNumber());
            var guardian = new Guardian(number, patient.firstName(), patient.lastName(), patient.protectedIdentity());
            guardians.put(guardian.firstName() + " " + guardian.lastName(), guardian);
            guardians.put(patient.identityNumber(), guardian);
            all.put(number, entry(guardian, born(number), List.of()));
        }
        for (var it : DemoFamily.all(today)) {
            var number = asMade.getOrDefault(it.firstName() + " " + it.lastName(), it.identityNumber());
            var theirs = it.proxies().stream()
                    .map(each -> requireNonNull(guardians.get(each.identityNumber())))
                    .toList();
            all.put(number, entry(new Guardian(number, it.firstName(), it.lastName(), false), born(number), theirs));
        }
        for (var row : DemoFile.rows("demo-register.csv")) add(row, today, all, guardians);
        return all;
    }

    private static void add(String[] row, LocalDate today, Map<String, Entry> all, Map<String, Guardian> guardians) {
        var special = row[5];
        var number = number(row, row[4], today);
        var person = new Guardian(number, row[0], row[1], special.equals("protected"));
        var theirs = row[6].isEmpty()
                ? List.<Guardian>of()
                : Arrays.stream(row[6].split(", "))
                        .map(name -> requireNonNull(guardians.get(name)))
                        .toList();
        guardians.put(row[0] + " " + row[1], person);
        all.put(number, entry(person, born(number), theirs, special.equals("deregistered"), null));
        if (!special.startsWith("had=")) return;
        var before = number(row, special.substring(4), today);
        all.put(
                before,
                entry(
                        new Guardian(before, row[0], row[1], person.protectedIdentity()),
                        born(number),
                        theirs,
                        true,
                        number));
    }

    /** Numbers as they are in the database, where a demo that has run for long made them on another day. */
    private Map<String, String> asMade() {
        var all = new HashMap<String, String>();
        for (var it : patients.profiles(noted.all())) all.put(it.name(), plain(it));
        return all;
    }

    private static String plain(PatientProfile it) {
        return it.identityNumber().replace("-", "");
    }

    private static String number(String[] row, String day, LocalDate today) {
        var born = DemoPatient.born(Integer.parseInt(row[3]), MonthDay.parse("--" + day), today);
        return DemoPatient.number(born, row[2].equals("W") ? "238" : "239");
    }

    private static LocalDate born(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                Integer.parseInt(number.substring(6, 8)));
    }

    private static Entry entry(Guardian it, LocalDate born, List<Guardian> guardians) {
        return entry(it, born, guardians, false, null);
    }

    private static Entry entry(
            Guardian it, LocalDate born, List<Guardian> guardians, boolean deregistered, @Nullable String replacedBy) {
        return new Entry(
                it.number(),
                it.firstName(),
                it.lastName(),
                born,
                it.protectedIdentity(),
                deregistered,
                replacedBy,
                guardians);
    }
}
