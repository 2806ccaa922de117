package se.vardrum.overview;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.NotFound;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.Proxies;
import se.vardrum.visit.Visit;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/** "Mina besök": a person's own visits and those of the children one acts for, those to come first. */
@Component
public class MyVisits {

    private static final Duration BACK = Duration.ofDays(2 * 366);
    /** A visit nobody started is still offered so long after its time: staff may be late. */
    private static final Duration LATE = Duration.ofHours(2);

    private static final int MOST_EARLIER = 30;

    /** One visit. @param responsible null for one who has left the directory */
    public record Mine(
            Visit visit, Appointment appointment, @Nullable PractitionerRole responsible, CareUnit unit) {}

    /** @param earlier held, called off or missed, the latest first */
    public record Shown(List<Mine> upcoming, List<Mine> earlier) {}

    private final Appointments appointments;
    private final Visits visits;
    private final Patients patients;
    private final Proxies proxies;
    private final Directory directory;
    private final AccessLog log;
    private final Clock clock;

    MyVisits(
            Appointments appointments,
            Visits visits,
            Patients patients,
            Proxies proxies,
            Directory directory,
            AccessLog log,
            Clock clock) {
        this.appointments = appointments;
        this.visits = visits;
        this.patients = patients;
        this.proxies = proxies;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** The own ones. @param again the same page refreshes itself, and the look is logged already */
    public Shown look(Actor.Patient who, boolean again) {
        var person = new PersonId(who.person());
        var booked = appointments.ofPerson(person, clock.instant().minus(BACK));
        var profiles = patients.profiles(
                booked.stream().map(Appointment::profile).distinct().toList());
        var through = profiles.stream()
                .filter(it -> !it.own())
                .map(PatientProfile::id)
                .collect(Collectors.toSet());
        return shown(
                who,
                person,
                booked.stream().filter(it -> !through.contains(it.profile())).toList(),
                again);
    }

    /** Those of a child at which this one is a proxy, for as long as one may act for the child. */
    public Shown forChild(Actor.Patient who, PersonId child, boolean again) {
        var me = new PersonId(who.person());
        if (!proxies.mayAct(me, child)) throw new NotFound();
        return shown(
                who, child, appointments.withProxy(me, child, clock.instant().minus(BACK)), again);
    }

    /** Whom this one may act for today. */
    public List<Proxies.Child> children(Actor.Patient who) {
        return proxies.children(new PersonId(who.person()));
    }

    /** True when there is a profile of the child's through this one, with a number for messages. */
    public boolean reached(Actor.Patient who, PersonId child) {
        var me = new PersonId(who.person());
        return patients.all(child, Patients.day(clock.instant())).stream()
                .anyMatch(it -> me.equals(it.proxy()) && it.mobile() != null);
    }

    private Shown shown(Actor.Patient who, PersonId patient, List<Appointment> own, boolean again) {
        var held = visits.all(own.stream().map(Appointment::id).toList());
        var roles = directory.roles(
                held.values().stream().map(Visit::responsible).distinct().toList());
        if (!again && !own.isEmpty()) log.write(who, AccessLog.Action.SEEN, patient.value(), null);
        var all = own.stream()
                .map(it -> mine(requireNonNull(held.get(it.id())), it, roles))
                .toList();
        return new Shown(
                all.stream().filter(this::toCome).toList(),
                all.stream()
                        .filter(it -> !toCome(it))
                        .sorted(Comparator.comparing(
                                        (Mine it) -> it.appointment().slot().from())
                                .reversed())
                        .limit(MOST_EARLIER)
                        .toList());
    }

    private Mine mine(Visit visit, Appointment it, Map<PractitionerRoleId, PractitionerRole> roles) {
        return new Mine(visit, it, roles.get(visit.responsible()), unit(it.unit()));
    }

    private CareUnit unit(CareUnitId id) {
        return directory.unit(id);
    }

    private boolean toCome(Mine it) {
        if (it.visit().state() == VisitState.RUNNING) return true;
        return it.visit().state() == VisitState.BOOKED
                && it.appointment().slot().to().plus(LATE).isAfter(clock.instant());
    }
}
