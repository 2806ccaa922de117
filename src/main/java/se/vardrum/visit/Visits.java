package se.vardrum.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.PractitionerRoleId;

/** Lists of visits: whose list shows what. */
@Component
public class Visits {

    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final DeviceCheckTable checks;
    private final Clock clock;

    Visits(VisitTable visits, ArrivalTable arrivals, DeviceCheckTable checks, Clock clock) {
        this.visits = visits;
        this.arrivals = arrivals;
        this.checks = checks;
        this.clock = clock;
    }

    /** Those one is responsible for, that start in [from, to), by time. */
    public List<Visit> responsibleFor(PractitionerRoleId role, Instant from, Instant to) {
        return visits.responsibleFor(role, from, to);
    }

    /** "Besök som gäst": those one takes part in without being responsible, until they have ended. */
    public List<Visit> invitedTo(PractitionerRoleId role) {
        return visits.invitedTo(role, clock.instant().minus(Opening.FORGOTTEN));
    }

    /** A unit's, that start in [from, to), by time; only for whoever has that right. */
    public List<Visit> ofUnit(CareUnitId unit, Instant from, Instant to) {
        return visits.ofUnit(unit, from, to);
    }

    public Map<AppointmentId, Visit> all(Collection<AppointmentId> ids) {
        return visits.all(ids).stream().collect(Collectors.toMap(Visit::id, it -> it));
    }

    /** Everyone who came, in the order they came. */
    public List<Arrival> arrivals(AppointmentId id) {
        return arrivals.of(List.of(id));
    }

    public Map<AppointmentId, List<Arrival>> arrivals(Collection<AppointmentId> ids) {
        return arrivals.of(ids).stream().collect(Collectors.groupingBy(Arrival::visit));
    }

    /** The newest device check of each who has made one and still takes part. */
    public Map<ParticipantId, DeviceCheck> checks(Collection<AppointmentId> ids) {
        return checks.of(ids).stream().collect(Collectors.toMap(DeviceCheck::participant, it -> it));
    }
}
