package se.vardrum.demo;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardrum.directory.Directory;
import se.vardrum.directory.ImportDirectory;
import se.vardrum.page.Site;
import se.vardrum.patient.ImportFamilies;
import se.vardrum.patient.ImportPatients;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.UnitPatients;

/**
 * Fills the directory and the patients before the first request. A later start finds them there: staff by HSA-id, patients
 * because they are noted. Patients are as old as the file says on the day they are made.
 */
@Component
@Conditional(Site.Demo.class)
class SeedDemo implements SmartInitializingSingleton {

    private final ImportDirectory importDirectory;
    private final ImportPatients importPatients;
    private final ImportFamilies importFamilies;
    private final Patients patients;
    private final Directory directory;
    private final UnitPatients unitPatients;
    private final DemoPersonTable noted;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeedDemo(
            ImportDirectory importDirectory,
            ImportPatients importPatients,
            ImportFamilies importFamilies,
            Patients patients,
            Directory directory,
            UnitPatients unitPatients,
            DemoPersonTable noted,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.importDirectory = importDirectory;
        this.importPatients = importPatients;
        this.importFamilies = importFamilies;
        this.patients = patients;
        this.directory = directory;
        this.unitPatients = unitPatients;
        this.noted = noted;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> {
            noted.lock(); // two nodes may start at once
            if (!noted.any()) {
                staff();
                patients();
                known(families());
            }
            known(patients.profiles(noted.all()).stream()
                    .map(PatientProfile::person)
                    .toList()); // also in a demo that began before units had patients
        });
    }

    private void staff() {
        var units = DemoUnit.all();
        importDirectory.units(units.stream().map(DemoUnit::unit).toList());
        var others = new DemoStaff(taken());
        var people = Stream.concat(DemoStaff.NAMED.stream(), units.stream().flatMap(it -> others.at(it).stream()));
        importDirectory.people(people.toList());
    }

    private void patients() {
        var all = DemoPatient.all(today());
        var profiles = importPatients.add(all.stream().map(DemoPatient::patient).toList());
        for (var it : all) {
            noted.note(requireNonNull(profiles.get(it.patient().identityNumber())), it.button());
        }
    }

    private Collection<PersonId> families() {
        var children = importFamilies.add(DemoFamily.all(today())).values();
        children.stream().flatMap(child -> patients.ownOf(child).stream()).forEach(own -> noted.note(own.id(), false));
        return children;
    }

    /** Where somebody with a button on the sign-in page works, the patients of the demo can be found by name. */
    private void known(Collection<PersonId> persons) {
        DemoStaff.NAMED.stream()
                .flatMap(it -> directory.rolesOf(it.hsaId()).stream())
                .map(it -> it.unit().value())
                .distinct()
                .forEach(unit -> unitPatients.addAll(unit, persons));
    }

    private LocalDate today() {
        return Patients.day(clock.instant());
    }

    private Set<String> taken() {
        return Stream.concat(
                        DemoStaff.NAMED.stream().map(it -> it.firstName() + " " + it.lastName()),
                        DemoFile.rows("demo-patients.csv").stream().map(row -> row[0] + " " + row[1]))
                .collect(Collectors.toSet());
    }
}
