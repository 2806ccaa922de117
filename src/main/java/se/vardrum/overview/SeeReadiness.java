package se.vardrum.overview;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
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
import se.vardrum.invitation.Links;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.overview.Readiness.Invitations;
import se.vardrum.patient.Patients;
import se.vardrum.patient.Proxies;
import se.vardrum.patient.Proxies.Right;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.MissingInterpreter;
import se.vardrum.visit.Visits;

/** Tells for many visits at once who waits and what has come through. */
@Component
public class SeeReadiness {

    private final Visits visits;
    private final Appointments appointments;
    private final Deliveries deliveries;
    private final Proxies proxies;
    private final Links links;
    private final Clock clock;

    SeeReadiness(
            Visits visits,
            Appointments appointments,
            Deliveries deliveries,
            Proxies proxies,
            Links links,
            Clock clock) {
        this.visits = visits;
        this.appointments = appointments;
        this.deliveries = deliveries;
        this.proxies = proxies;
        this.links = links;
        this.clock = clock;
    }

    /** A number of statements that does not grow with the list. */
    public Map<AppointmentId, Readiness> of(Collection<AppointmentId> ids) {
        var known = new Known(
                visits.arrivals(ids),
                appointments.participants(ids),
                deliveries.of(ids),
                links.opened(ids),
                visits.checks(ids));
        var tasks = appointments.callPatientTasksOpen(ids);
        var lost = proxyLost(ids);
        var missing = interpreterMissing(ids, known.arrivals());
        var all = new HashMap<AppointmentId, Readiness>();
        for (var id : ids) {
            all.put(id, readiness(id, known, tasks.contains(id), lost.contains(id), missing.contains(id)));
        }
        return all;
    }

    /** What is known of the visits that are asked for. */
    private record Known(
            Map<AppointmentId, List<Arrival>> arrivals,
            Map<AppointmentId, List<Participant>> participants,
            Map<AppointmentId, List<Delivery>> sent,
            Set<ParticipantId> opened,
            Map<ParticipantId, DeviceCheck> checks) {}

    private static Readiness readiness(
            AppointmentId id, Known known, boolean task, boolean lost, boolean interpreterMissing) {
        var arrivals = known.arrivals().getOrDefault(id, List.of());
        var participants = known.participants().getOrDefault(id, List.of());
        var invitations = known.sent().getOrDefault(id, List.of()).stream()
                .filter(it -> it.kind().equals("INVITATION"))
                .toList();
        var staff = ids(participants.stream().filter(it -> it.role() != null));
        var patients = ids(participants.stream().filter(it -> it.person() != null));
        var waiting = arrivals.stream()
                .filter(it -> it.waits() && (it.participant() == null || !staff.contains(it.participant())))
                .toList();
        var patientsWait = waiting.stream()
                .filter(it -> it.participant() != null && patients.contains(it.participant()))
                .toList();
        var present = ids(participants.stream());
        return new Readiness(
                !patientsWait.isEmpty(),
                waiting.size() - patientsWait.size(),
                task,
                lost,
                failed(invitations, present, "SMS"),
                failed(invitations, present, "EMAIL"),
                progress(invitations),
                interpreterMissing,
                patientsWait.stream()
                        .map(Arrival::since)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                (int) waiting.stream().filter(Arrival::byGeneralLink).count(),
                people(participants, invitations, arrivals, known));
    }

    private static List<PersonReadiness> people(
            List<Participant> participants, List<Delivery> invitations, List<Arrival> arrivals, Known known) {
        return participants.stream()
                .filter(it -> it.role() == null)
                .map(it -> PersonReadiness.of(
                        it,
                        invitations.stream()
                                .filter(one -> one.participant().equals(it.id()))
                                .toList(),
                        known.opened().contains(it.id()),
                        known.checks().get(it.id()),
                        arrivals.stream()
                                .filter(one -> it.id().equals(one.participant()))
                                .toList()))
                .toList();
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
