package se.vardrum.overview;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.overview.Readiness.Invitations;
import se.vardrum.patient.Patients;
import se.vardrum.patient.Proxies;
import se.vardrum.patient.Proxies.Right;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.MissingInterpreter;
import se.vardrum.visit.Visits;

/** Tells for many visits at once who waits and what has come through. */
@Component
public class SeeReadiness {

    private final Visits visits;
    private final Appointments appointments;
    private final Deliveries deliveries;
    private final Proxies proxies;
    private final Clock clock;

    SeeReadiness(Visits visits, Appointments appointments, Deliveries deliveries, Proxies proxies, Clock clock) {
        this.visits = visits;
        this.appointments = appointments;
        this.deliveries = deliveries;
        this.proxies = proxies;
        this.clock = clock;
    }

    public Map<AppointmentId, Readiness> of(Collection<AppointmentId> ids) {
        var arrivals = visits.arrivals(ids);
        var tasks = appointments.callPatientTasksOpen(ids);
        var sent = deliveries.of(ids);
        var lost = proxyLost(ids);
        var missing = interpreterMissing(ids, arrivals);
        var all = new HashMap<AppointmentId, Readiness>();
        for (var id : ids) {
            all.put(
                    id,
                    readiness(
                            id,
                            arrivals.getOrDefault(id, List.of()),
                            tasks.contains(id),
                            lost.contains(id),
                            sent.getOrDefault(id, List.of()),
                            missing.contains(id)));
        }
        return all;
    }

    private Readiness readiness(
            AppointmentId id,
            List<Arrival> arrivals,
            boolean task,
            boolean lost,
            List<Delivery> sent,
            boolean interpreterMissing) {
        var waiting = arrivals.stream().filter(SeeReadiness::waits).toList();
        var invitations =
                sent.stream().filter(it -> it.kind().equals("INVITATION")).toList();
        boolean failed = invitations.stream().anyMatch(it -> it.state() == State.FAILED);
        // Only then does it matter who they are, and that the one who was not reached still takes part.
        var participants = waiting.isEmpty() && !failed ? List.<Participant>of() : appointments.participants(id);
        var patients = ids(participants.stream().filter(it -> it.person() != null));
        var present = ids(participants.stream());
        long patientsWait = waiting.stream()
                .filter(it -> it.participant() != null && patients.contains(it.participant()))
                .count();
        return new Readiness(
                patientsWait > 0,
                (int) (waiting.size() - patientsWait),
                task,
                lost,
                failed(invitations, present, "SMS"),
                failed(invitations, present, "EMAIL"),
                progress(invitations),
                interpreterMissing);
    }

    private Set<AppointmentId> interpreterMissing(
            Collection<AppointmentId> ids, Map<AppointmentId, List<Arrival>> arrivals) {
        var now = clock.instant();
        return appointments.seats(ids).stream()
                .filter(it -> MissingInterpreter.missing(it, arrivals.getOrDefault(it.appointment(), List.of()), now))
                .map(Appointments.SeatAt::appointment)
                .collect(Collectors.toSet());
    }

    /** A birthday, the end of a guardianship or a bar can come between booking and visit: whoever booked is to know. */
    private Set<AppointmentId> proxyLost(Collection<AppointmentId> ids) {
        var needed = appointments.proxies(ids).stream()
                .collect(Collectors.groupingBy(
                        Appointments.ProxyAt::appointment,
                        Collectors.mapping(
                                it -> new Right(it.proxy(), it.child(), Patients.day(it.from())), Collectors.toSet())));
        var standing = proxies.standing(
                needed.values().stream().flatMap(Set::stream).distinct().toList());
        return needed.entrySet().stream()
                .filter(it -> !standing.containsAll(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Waits now: whoever has closed the page does not. */
    public static boolean waits(Arrival it) {
        return it.state() == ArrivalState.WAITING && it.online();
    }

    private static Set<ParticipantId> ids(Stream<Participant> some) {
        return some.map(Participant::id).collect(Collectors.toSet());
    }

    private static int failed(List<Delivery> all, Set<ParticipantId> present, String channel) {
        return (int) all.stream()
                .filter(it -> it.state() == State.FAILED
                        && it.channel().equals(channel)
                        && present.contains(it.participant()))
                .count();
    }

    /** E-mail gives no receipt: what the mail server has taken counts as delivered. */
    private static Invitations progress(List<Delivery> all) {
        var states = all.stream()
                .filter(it -> it.state() != State.FAILED && it.state() != State.DROPPED)
                .toList();
        if (states.isEmpty()) return Invitations.NONE;
        if (states.stream().anyMatch(it -> it.state() == State.DUE)) return Invitations.UNDERWAY;
        boolean receiptMissing = states.stream()
                .anyMatch(it -> it.state() == State.SENT && it.channel().equals("SMS"));
        return receiptMissing ? Invitations.SENT : Invitations.DELIVERED;
    }
}
