package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.NameInterpreter;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Invitation;
import se.vardrum.invitation.OpenLink;

/**
 * Somebody comes to a visit and gets a place there. A named one comes straight in while the visit runs and otherwise
 * waits for its start; one from the general link, or from a link that went to nobody's own number ({@link Participant#toConfirm}), always waits for a
 * practitioner.
 */
@Component
public class Arrive {

    private final FindVisit find;
    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final Appointments appointments;
    private final NameInterpreter interpreters;
    private final OpenLink links;
    private final LiveVisits live;
    private final AccessLog log;
    private final Clock clock;

    Arrive(
            FindVisit find,
            VisitTable visits,
            ArrivalTable arrivals,
            Appointments appointments,
            NameInterpreter interpreters,
            OpenLink links,
            LiveVisits live,
            AccessLog log,
            Clock clock) {
        this.find = find;
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.interpreters = interpreters;
        this.links = links;
        this.live = live;
        this.log = log;
        this.clock = clock;
    }

    /** Empty when the visit is not there for this one, is over, or is not theirs to take part in. */
    @Transactional
    public Optional<ArrivalId> staff(Actor.Staff who, AppointmentId id, String device) {
        var seen = find.forStaff(who, id).orElse(null);
        if (seen == null) return Optional.empty();
        return ofRole(who, id).flatMap(own -> named(who, seen.appointment(), own, who.name(), device));
    }

    @Transactional
    public Optional<ArrivalId> patient(Actor.Patient who, AppointmentId id, String device) {
        var appointment = find.forPatient(who, id).orElse(null);
        if (appointment == null) return Optional.empty();
        return appointments.participants(id).stream()
                .filter(it -> it.person() != null && it.person().value().equals(who.person()))
                .findFirst()
                .flatMap(own -> named(who, appointment, own, own.name(), device));
    }

    /** By a link of one's own, in a browser that has no place yet. */
    @Transactional
    public Optional<ArrivalId> guest(Invitation invitation, Appointment appointment, String device) {
        return guest(invitation, appointment, null, device);
    }

    /** By a link of one's own. @param before the place this browser has already, if any */
    @Transactional
    public Optional<ArrivalId> guest(
            Invitation invitation, Appointment appointment, @Nullable ArrivalId before, String device) {
        return guest(invitation, appointment, before, null, device);
    }

    /** @param given the name an interpreter gave whose seat had none; it is kept with the seat */
    @Transactional
    public Optional<ArrivalId> guest(
            Invitation invitation,
            Appointment appointment,
            @Nullable ArrivalId before,
            @Nullable String given,
            String device) {
        var guest = appointments
                .participant(requireNonNull(invitation.participant()))
                .filter(it -> !it.removed())
                .orElse(null);
        if (guest == null) return Optional.empty();
        links.used(invitation);
        var name = guest.unnamed() ? requireNonNull(given) : guest.name();
        if (guest.unnamed()) interpreters.named(guest.id(), name);
        if (guest.toConfirm()) return toConfirm(appointment, guest, name, before, device);
        return named(null, appointment, guest, name, device);
    }

    /** By the general link: a name and a role as given, and the place this browser has already, if any. */
    @Transactional
    public Optional<ArrivalId> unnamed(
            Invitation invitation,
            Appointment appointment,
            @Nullable ArrivalId before,
            String name,
            String role,
            String device) {
        var id = appointment.id();
        if (!visits.find(id).orElseThrow().state().open()) return Optional.empty();
        links.used(invitation);
        var place = before == null
                ? null
                : arrivals.find(before)
                        .filter(it -> it.visit().equals(id) && it.byGeneralLink())
                        .orElse(null);
        return Optional.of(place == null ? made(id, arrivals.arriveUnnamed(id, name, role, device)) : again(place));
    }

    /**
     * Whoever has the link may be anybody, so each browser has a place of its own: that somebody was let in opens nothing
     * for another who has the link too.
     */
    private Optional<ArrivalId> toConfirm(
            Appointment appointment, Participant whose, String name, @Nullable ArrivalId before, String device) {
        var id = appointment.id();
        if (!visits.find(id).orElseThrow().state().open()) return Optional.empty();
        var place = before == null
                ? null
                : arrivals.find(before)
                        .filter(it -> it.visit().equals(id)
                                && it.toConfirm()
                                && whose.id().equals(it.participant()))
                        .orElse(null);
        return Optional.of(
                place == null ? made(id, arrivals.arriveToConfirm(id, whose.id(), name, device)) : again(place));
    }

    private ArrivalId made(AppointmentId visit, ArrivalId made) {
        visits.happened(visit, "ARRIVED", null, made, clock.instant());
        live.changed(visit);
        return made;
    }

    /** One who had left waits again. */
    private ArrivalId again(Arrival place) {
        if (place.state() == ArrivalState.LEFT) arrivals.move(place.id(), place.visit(), ArrivalState.WAITING);
        live.changed(place.visit());
        return place.id();
    }

    private Optional<ArrivalId> named(
            @Nullable Actor who, Appointment appointment, Participant own, String name, String device) {
        var id = appointment.id();
        var visit = visits.find(id).orElseThrow();
        if (!visit.state().open()) return Optional.empty();
        var arrival = arrivals.arriveNamed(id, own.id(), name, visit.state() == VisitState.RUNNING, device);
        visits.happened(id, "ARRIVED", own.role(), arrival, clock.instant());
        if (who != null)
            log.write(who, AccessLog.Action.JOINED, appointment.person().value(), id.value());
        live.changed(id);
        return Optional.of(arrival);
    }

    private Optional<Participant> ofRole(Actor.Staff who, AppointmentId id) {
        return appointments.participants(id).stream()
                .filter(it -> it.role() != null && it.role().value().equals(who.role()))
                .findFirst();
    }
}
