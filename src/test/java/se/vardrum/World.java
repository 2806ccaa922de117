package se.vardrum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.appointment.VisitType;
import se.vardrum.directory.Directory;
import se.vardrum.directory.ImportDirectory;
import se.vardrum.directory.ImportDirectory.NewPerson;
import se.vardrum.directory.ImportDirectory.NewRole;
import se.vardrum.directory.ImportDirectory.NewUnit;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Ids;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportFamilies;
import se.vardrum.patient.ImportPatients;
import se.vardrum.patient.ImportPatients.NewPatient;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.UnitPatients;
import se.vardrum.visit.ArrivalId;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.Browser;

/**
 * A small world of its own for each test: a unit with Anna, Daniel and Eva, a stranger at another unit, and the patients
 * Jake and Ove, whom the unit knows. Import it, call {@link #begin} before each test, and nothing that another test did is in the way.
 */
@TestComponent
public class World {

    private static final java.time.ZoneId SWEDEN = java.time.ZoneId.of("Europe/Stockholm");
    private static final AtomicInteger WORLDS = new AtomicInteger();

    @Autowired
    ImportDirectory directories;

    @Autowired
    ImportPatients registers;

    @Autowired
    ImportFamilies families;

    @Autowired
    Directory directory;

    @Autowired
    Patients patients;

    @Autowired
    UnitPatients unitPatients;

    @Autowired
    BookAppointment bookAppointment;

    public Actor.Staff anna;
    public Actor.Staff daniel;
    public Actor.Staff eva;
    public Actor.Staff head;
    public Actor.Staff stranger;
    public PatientProfile jake;
    public PatientProfile ove;

    public void begin() {
        var n = WORLDS.incrementAndGet();
        var here = "SE2321000131-U" + n;
        var elsewhere = "SE2321000131-X" + n;
        directories.units(List.of(
                new NewUnit(
                        here,
                        null,
                        "Testberga vårdcentral " + n,
                        "Testberga vårdcentral",
                        "+46313900600",
                        "Europe/Stockholm"),
                new NewUnit(elsewhere, null, "Annanby " + n, "Annanby", "+46313900601", "Europe/Stockholm")));
        anna = staff(n, "Anna", "Värld", here, "Sjuksköterska", Set.of());
        daniel = staff(n, "Daniel", "Värld", here, "Sjuksköterska", Set.of());
        eva = staff(n, "Eva", "Värld", here, "Läkare", Set.of());
        head = staff(n, "Helga", "Värld", here, "Enhetschef", Set.of(Actor.Right.UNIT_LIST));
        stranger = staff(n, "Sture", "Värld", elsewhere, "Läkare", Set.of());
        jake = patient("Jake", "Nordin", LocalDate.of(2007, 3, 1), "+46701740605");
        ove = patient("Ove", "Berg", LocalDate.of(1955, 5, 5), "+46701740606");
        unitPatients.addAll(anna.unit(), List.of(jake.person(), ove.person()));
    }

    private Actor.Staff staff(int n, String first, String last, String unit, String title, Set<Actor.Right> rights) {
        var name = last + "-" + n;
        directories.people(List.of(
                new NewPerson("SE2321000131-" + first + n, first, name, List.of(new NewRole(unit, title, rights)))));
        var role = directory.search(first + " " + name, 5).stream()
                .filter(it -> it.lastName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Actor.Staff(
                role.practitioner().value(),
                role.id().value(),
                role.name(),
                role.title(),
                role.unit().value(),
                role.unitName(),
                role.rights());
    }

    private PatientProfile patient(String first, String last, LocalDate born, String mobile) {
        var number = "%s%04d".formatted(born.toString().replace("-", ""), WORLDS.incrementAndGet());
        var profile = registers
                .add(List.of(new NewPatient(number, first, last, born, false, mobile, null, "sv")))
                .get(number);
        return patients.profile(profile).orElseThrow();
    }

    /** A child so old in so many days, and who may act for the child; starred ones are also a way to be a patient. */
    public PersonId child(int years, int inDays, ImportFamilies.Own own, Guardian... guardians) {
        var born = LocalDate.now(SWEDEN).plusDays(inDays).minusYears(years);
        var number = "%s%04d".formatted(born.toString().replace("-", ""), WORLDS.incrementAndGet());
        var child = families.add(List.of(new ImportFamilies.NewChild(
                        number,
                        "Liv",
                        "Nordin",
                        born,
                        own,
                        java.util.Arrays.stream(guardians)
                                .map(it -> new ImportFamilies.NewProxy(
                                        it.person().identityNumber().replace("-", ""), it.profile()))
                                .toList())))
                .get(number);
        unitPatients.add(anna.unit(), child);
        return child;
    }

    /** @param profile the child is a patient through this one */
    public record Guardian(PatientProfile person, boolean profile) {}

    public PatientProfile own(PersonId person) {
        return patients.ownOf(person).orElseThrow();
    }

    public PatientProfile through(PersonId child, PatientProfile proxy) {
        return patients.all(child, LocalDate.now(SWEDEN)).stream()
                .filter(it -> proxy.person().equals(it.proxy()))
                .findFirst()
                .orElseThrow();
    }

    public static PractitionerRoleId role(Actor.Staff it) {
        return new PractitionerRoleId(it.role());
    }

    public Actor.Patient signedIn(PatientProfile it) {
        return new Actor.Patient(it.person().value(), it.name());
    }

    public static TimeSlot slot(Instant from) {
        return new TimeSlot(from, from.plus(Duration.ofMinutes(30)));
    }

    /** A whole hour, that many days from now. */
    public static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    }

    public BookAppointment.Request request(
            PatientProfile patient, TimeSlot slot, List<BookAppointment.Guest> guests, Actor.Staff... colleagues) {
        return new BookAppointment.Request(
                Ids.next(),
                VisitType.VIDEO_VISIT,
                "aknebesvar",
                "Ring på om bilden är svart.",
                slot,
                patient.id(),
                patient.mobile(),
                guests,
                java.util.Arrays.stream(colleagues).map(World::role).toList(),
                "",
                Company.ALONE);
    }

    /** A visit for a child, half an hour from then. */
    public BookAppointment.Request request(PatientProfile profile, String type, Instant from, Company company) {
        return new BookAppointment.Request(
                Ids.next(),
                type,
                "aknebesvar",
                "",
                slot(from),
                profile.id(),
                profile.mobile(),
                List.of(),
                List.of(),
                "",
                company);
    }

    public static final BookAppointment.Guest ERIK =
            new BookAppointment.Guest("Erik", "Sjö", "+46701740610", null, "sv");

    /** Anna books Jake tomorrow with Erik as guest and Daniel as colleague. */
    public AppointmentId booked() {
        return booked(anna, request(jake, slot(inDays(1)), List.of(ERIK), daniel));
    }

    public AppointmentId booked(Actor.Staff who, BookAppointment.Request wanted) {
        return switch (bookAppointment.book(who, wanted)) {
            case BookAppointment.Outcome.Booked(var id) -> id;
            case BookAppointment.Outcome other -> throw new AssertionError("not booked: " + other);
        };
    }

    public static UUID id(AppointmentId it) {
        return it.value();
    }

    /** One nobody has come in before. */
    public static Browser browser() {
        return new Browser(UUID.randomUUID(), false, "camera,microphone");
    }

    /** Where that one was let; fails when there is no place. */
    public static ArrivalId place(Arrive.Outcome outcome) {
        if (outcome instanceof Arrive.Outcome.Here(var place)) return place;
        throw new AssertionError("no place: " + outcome);
    }
}
