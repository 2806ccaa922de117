package se.vardrum.overview;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Patients;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.Visit;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/** Who waits for one right now, over all the visits one is responsible for. */
@Component
public class SeeWaiting {

    private static final Duration AROUND = Duration.ofDays(1);
    private static final Duration SAME_LOOK = Duration.ofHours(1);

    /** A visit of one's own where somebody waits. @param patient among them the patient, or who acts for the patient */
    public record Waiting(Visit visit, Appointment appointment, List<Arrival> people, boolean patient) {}

    /** One of several patients who wait for the same practitioner. */
    public record Named(Appointment appointment, PatientProfile patient) {}

    /** One's own visit that a colleague has started. */
    public record Taken(Visit visit, Appointment appointment) {}

    private final Visits visits;
    private final Appointments appointments;
    private final Patients patients;
    private final AccessLog log;
    private final Clock clock;

    SeeWaiting(Visits visits, Appointments appointments, Patients patients, AccessLog log, Clock clock) {
        this.visits = visits;
        this.appointments = appointments;
        this.patients = patients;
        this.log = log;
        this.clock = clock;
    }

    public List<Waiting> mine(Actor.Staff who) {
        var now = clock.instant();
        Map<AppointmentId, Visit> open =
                visits.responsibleFor(new PractitionerRoleId(who.role()), now.minus(AROUND), now.plus(AROUND)).stream()
                        .filter(it -> it.state().open())
                        .collect(Collectors.toMap(Visit::id, Function.identity()));
        if (open.isEmpty()) return List.of();
        var arrivals = visits.arrivals(open.keySet());
        var waited = arrivals.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(Arrival::waits))
                .map(Map.Entry::getKey)
                .toList();
        if (waited.isEmpty()) return List.of();
        var participants = appointments.participants(waited);
        return appointments.all(waited).stream()
                .map(it -> waiting(
                        requireNonNull(open.get(it.id())),
                        it,
                        arrivals.getOrDefault(it.id(), List.of()),
                        participants.getOrDefault(it.id(), List.of())))
                .filter(it -> !it.people().isEmpty())
                .toList();
    }

    /** Whoever opens the own door is not waited for. */
    private static Waiting waiting(Visit visit, Appointment it, List<Arrival> arrivals, List<Participant> all) {
        Map<ParticipantId, Participant> byId = all.stream().collect(Collectors.toMap(Participant::id, each -> each));
        var people = arrivals.stream()
                .filter(Arrival::waits)
                .filter(each -> who(each, byId).noneMatch(one -> one.role() != null))
                .toList();
        boolean patient = people.stream().flatMap(each -> who(each, byId)).anyMatch(one -> one.person() != null);
        return new Waiting(visit, it, people, patient);
    }

    private static Stream<Participant> who(Arrival it, Map<ParticipantId, Participant> byId) {
        return Stream.ofNullable(it.participant()).map(byId::get).filter(Objects::nonNull);
    }

    /**
     * When at least two patients wait for one: all of them, so that the page can name the one that is entered. Whoever is
     * named stands in the access log.
     */
    public List<Named> patients(Actor.Staff who) {
        var all = mine(who).stream().filter(Waiting::patient).toList();
        if (all.size() < 2) return List.of();
        var profiles = profiles(
                all.stream().map(it -> it.appointment().profile()).distinct().toList());
        log.writeNew(
                who,
                AccessLog.Action.SEEN,
                all.stream()
                        .map(it -> it.appointment().person().value())
                        .distinct()
                        .toList(),
                SAME_LOOK);
        return all.stream()
                .map(it -> new Named(
                        it.appointment(),
                        requireNonNull(profiles.get(it.appointment().profile()))))
                .toList();
    }

    private Map<PatientProfileId, PatientProfile> profiles(Collection<PatientProfileId> ids) {
        return patients.profiles(ids).stream().collect(Collectors.toMap(PatientProfile::id, it -> it));
    }

    /** What a colleague has started that was booked with this one. */
    public List<Taken> taken(Actor.Staff who) {
        Map<AppointmentId, Visit> running = visits.invitedTo(new PractitionerRoleId(who.role())).stream()
                .filter(it -> it.state() == VisitState.RUNNING)
                .collect(Collectors.toMap(Visit::id, Function.identity()));
        if (running.isEmpty()) return List.of();
        return appointments.all(running.keySet()).stream()
                .map(it -> new Taken(requireNonNull(running.get(it.id())), it))
                .filter(it -> taken(who, it.visit(), it.appointment()))
                .toList();
    }

    /** Booked with this one, and another has started it. */
    public static boolean taken(Actor.Staff who, Visit visit, Appointment it) {
        return visit.state() == VisitState.RUNNING
                && it.responsible().value().equals(who.role())
                && !visit.responsible().value().equals(who.role());
    }
}
