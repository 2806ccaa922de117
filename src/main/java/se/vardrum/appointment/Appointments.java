package se.vardrum.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.PersonId;

/** Finds what is booked. It does not ask who asks: callers are use cases that have found it through what an actor may see. */
@Component
public class Appointments {

    private final AppointmentTable appointments;
    private final ParticipantTable participants;

    Appointments(AppointmentTable appointments, ParticipantTable participants) {
        this.appointments = appointments;
        this.participants = participants;
    }

    public Optional<Appointment> find(AppointmentId id) {
        return appointments.find(id);
    }

    /** What that key has booked; for whoever made the key. */
    public Optional<Appointment> bookedWith(UUID key) {
        return appointments.bookedWith(key).flatMap(appointments::find);
    }

    /** Those that exist, by time. */
    public List<Appointment> all(Collection<AppointmentId> ids) {
        return appointments.all(List.copyOf(ids));
    }

    /** Those who take part now: the patient first, then staff, then guests. */
    public List<Participant> participants(AppointmentId id) {
        return participants.of(id);
    }

    /** The same of many at once. */
    public Map<AppointmentId, List<Participant>> participants(Collection<AppointmentId> ids) {
        return participants.of(ids).stream().collect(Collectors.groupingBy(Participant::appointment));
    }

    /** Tells whether those who take part are still the same as when a page showed them. */
    public String mark(AppointmentId id) {
        return Participant.mark(participants.of(id));
    }

    /** Also one who was taken away. */
    public Optional<Participant> participant(ParticipantId id) {
        return participants.find(id);
    }

    /** As whom that one takes part. */
    public Optional<Participant> participant(AppointmentId id, PractitionerRoleId role) {
        return participants.of(id).stream().filter(it -> role.equals(it.role())).findFirst();
    }

    /** As whom that one takes part: the patient, or a proxy. */
    public Optional<Participant> participant(AppointmentId id, PersonId person) {
        return participants.of(id).stream()
                .filter(it -> person.equals(it.person()))
                .findFirst();
    }

    /** A person's own, by time, that end after this moment. */
    public List<Appointment> ofPerson(PersonId person, Instant endsAfter) {
        return appointments.ofPerson(person, endsAfter);
    }

    /** Those a practitioner has been added to, that end after this moment. */
    public List<AppointmentId> withPractitioner(PractitionerRoleId role, Instant endsAfter) {
        return participants.appointmentsOf(role, endsAfter);
    }

    /** One who was to be a proxy at a visit, also one taken away since. */
    public record ProxyAt(AppointmentId appointment, PersonId child, PersonId proxy, Instant from) {}

    /** All who were to be proxies at these. */
    public List<ProxyAt> proxies(Collection<AppointmentId> ids) {
        return participants.proxies(ids);
    }

    /** An interpreter's seat at a visit that starts then. */
    public record SeatAt(AppointmentId appointment, ParticipantId participant, Instant from) {}

    /** The seats booked for interpreters at these, where none was taken away. */
    public List<SeatAt> seats(Collection<AppointmentId> ids) {
        return participants.seats(ids);
    }

    /** A child's at which this one is a proxy, by time, that end after this moment. */
    public List<Appointment> withProxy(PersonId proxy, PersonId child, Instant endsAfter) {
        return appointments.withProxy(proxy, child, endsAfter);
    }

    /** True while somebody must ring the patient, who gets no message. */
    public boolean callPatientTaskOpen(AppointmentId id) {
        return appointments.taskOpen(id);
    }

    /** The same for many at once: those whose patient somebody must ring. */
    public Set<AppointmentId> callPatientTasksOpen(Collection<AppointmentId> ids) {
        return appointments.tasksOpen(ids);
    }
}
