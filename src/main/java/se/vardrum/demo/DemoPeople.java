package se.vardrum.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Site;
import se.vardrum.page.Words;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;

/** Who can be signed in as in a demo: all of the staff, and the demo's own patients but for protected identities. */
@Component
@Conditional(Site.Demo.class)
public class DemoPeople {

    private final Directory directory;
    private final Patients patients;
    private final DemoPersonTable noted;
    private final Clock clock;

    DemoPeople(Directory directory, Patients patients, DemoPersonTable noted, Clock clock) {
        this.directory = directory;
        this.patients = patients;
        this.noted = noted;
        this.clock = clock;
    }

    /** The few of the README. */
    public List<PractitionerRole> staff() {
        return DemoStaff.NAMED.stream()
                .flatMap(it -> directory.rolesOf(it.hsaId()).stream())
                .toList();
    }

    /** The few of the README. */
    public List<PatientProfile> patients() {
        return ordinary(noted.buttons());
    }

    public List<PractitionerRole> staffNamed(String typed, int limit) {
        return directory.search(typed, limit);
    }

    public List<PatientProfile> patientsNamed(String typed, int limit) {
        var words = Words.of(typed);
        if (words.isEmpty()) return List.of();
        return ordinary(noted.all()).stream()
                .filter(it -> {
                    var name = Words.of(it.name());
                    return words.stream().allMatch(word -> name.stream().anyMatch(part -> part.startsWith(word)));
                })
                .limit(limit)
                .toList();
    }

    /** Whoever has that id: an assignment's, or a patient's as a person. */
    public Optional<Actor> actor(UUID id) {
        var staff = directory.role(new PractitionerRoleId(id)).map(it -> (Actor) it.actor());
        return staff.or(() -> ordinary(noted.all()).stream()
                .filter(it -> it.person().value().equals(id))
                .map(it -> (Actor) new Actor.Patient(id, it.name()))
                .findFirst());
    }

    public int age(PatientProfile patient) {
        return patient.ageOn(Patients.day(clock.instant()));
    }

    private List<PatientProfile> ordinary(List<se.vardrum.patient.PatientProfileId> ids) {
        var byId = patients.profiles(ids).stream()
                .collect(java.util.stream.Collectors.toMap(PatientProfile::id, it -> it));
        return ids.stream()
                .map(byId::get)
                .filter(it -> it != null && !it.protectedIdentity())
                .toList();
    }
}
