package se.vardrum.overview;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import se.vardrum.patient.PersonId;
import se.vardrum.visit.Visit;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/** "Mina besök": a person's own visits, those to come first. */
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
    private final Directory directory;
    private final AccessLog log;
    private final Clock clock;

    MyVisits(Appointments appointments, Visits visits, Directory directory, AccessLog log, Clock clock) {
        this.appointments = appointments;
        this.visits = visits;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** @param again the same page refreshes itself, and the look is logged already */
    public Shown look(Actor.Patient who, boolean again) {
        var own = appointments.ofPerson(
                new PersonId(who.person()), clock.instant().minus(BACK));
        var held = visits.all(own.stream().map(Appointment::id).toList());
        var roles = directory.roles(
                held.values().stream().map(Visit::responsible).distinct().toList());
        if (!again && !own.isEmpty()) log.write(who, AccessLog.Action.SEEN, who.person(), null);
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
