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
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.invitation.Invitation;
import se.vardrum.invitation.OpenLink;
import se.vardrum.patient.PersonId;
import se.vardrum.visit.ArrivalTable.New;
import se.vardrum.visit.Moves.OfArrival;

/**
 * Somebody comes to a visit and gets a place there. A named one comes straight in while the visit runs and otherwise
 * waits for its start; one from the general link, or from a link that went to nobody's own number ({@link
 * Participant#toConfirm}), always waits for a practitioner. A place belongs to one browser: in that one it is kept, in
 * another it is taken up when the first is silent.
 */
@Component
public class Arrive {

    /** Every answer. */
    public sealed interface Outcome {
        record Here(ArrivalId place) implements Outcome {}

        /** One who is signed in is there in another browser: to go on here, one says so. */
        record Elsewhere() implements Outcome {}

        /** The waiting room has not opened; staff are never told so. */
        record Early() implements Outcome {}

        /** The visit is not there for this one, is over, or is not theirs to take part in. */
        record Closed() implements Outcome {}
    }

    private final FindVisit find;
    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final Appointments appointments;
    private final NameInterpreter interpreters;
    private final Directory directory;
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
            Directory directory,
            OpenLink links,
            LiveVisits live,
            AccessLog log,
            Clock clock) {
        this.find = find;
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.interpreters = interpreters;
        this.directory = directory;
        this.links = links;
        this.live = live;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public Outcome staff(Actor.Staff who, AppointmentId id, Browser browser) {
        var seen = find.forStaff(who, id).orElse(null);
        var own = appointments.participant(id, new PractitionerRoleId(who.role()));
        if (seen == null || own.isEmpty()) return new Outcome.Closed();
        return signedIn(who, seen.appointment(), own.get(), who.name(), browser);
    }

    @Transactional
    public Outcome patient(Actor.Patient who, AppointmentId id, Browser browser) {
        var appointment = find.forPatient(who, id).orElse(null);
        if (appointment == null) return new Outcome.Closed();
        var own = appointments.participant(id, new PersonId(who.person()));
        if (own.isEmpty()) return new Outcome.Closed();
        return signedIn(who, appointment, own.get(), own.get().name(), browser);
    }

    /** By a link of one's own. */
    @Transactional
    public Outcome guest(Invitation invitation, Appointment appointment, Browser browser) {
        return guest(invitation, appointment, browser, null);
    }

    /** @param given the name an interpreter gave whose seat had none; it is kept with the seat */
    @Transactional
    public Outcome guest(Invitation invitation, Appointment appointment, Browser browser, @Nullable String given) {
        var guest = appointments
                .participant(requireNonNull(invitation.participant()))
                .filter(it -> !it.removed())
                .orElse(null);
        if (guest == null) return new Outcome.Closed();
        var visit = visits.hold(appointment.id());
        if (!visit.state().open()) return new Outcome.Closed();
        if (early(visit, appointment)) return new Outcome.Early();
        links.used(invitation);
        var name = guest.unnamed() ? requireNonNull(given) : guest.name();
        if (guest.unnamed()) interpreters.named(guest.id(), name);
        if (guest.toConfirm()) return new Outcome.Here(toConfirm(visit, guest, name, browser));
        var place = arrivals.named(visit.id(), guest.id()).orElse(null);
        if (refusedHere(visit, guest, browser) || place != null && open(place) && lives(place, browser))
            return new Outcome.Here(toConfirm(visit, guest, name, browser));
        return new Outcome.Here(named(visit, guest, place, name, browser));
    }

    /** By the general link: a name and a role as given. */
    @Transactional
    public Outcome unnamed(Invitation invitation, Appointment appointment, Browser browser, String name, String role) {
        var visit = visits.hold(appointment.id());
        if (!visit.state().open()) return new Outcome.Closed();
        if (early(visit, appointment)) return new Outcome.Early();
        links.used(invitation);
        var place = before(visit, browser).filter(Arrival::byGeneralLink).orElse(null);
        if (place == null)
            return new Outcome.Here(made(new New(visit.id(), null, null, name, role, ArrivalState.WAITING), browser));
        return new Outcome.Here(again(visit, place, false, place.name(), browser));
    }

    private Outcome signedIn(Actor who, Appointment appointment, Participant own, String name, Browser browser) {
        var visit = visits.hold(appointment.id());
        if (!visit.state().open()) return new Outcome.Closed();
        if (own.role() == null && early(visit, appointment)) return new Outcome.Early();
        var place = arrivals.named(visit.id(), own.id()).orElse(null);
        if (place != null && lives(place, browser) && !browser.goesOnHere()) return new Outcome.Elsewhere();
        var arrival = named(visit, own, place, name, browser);
        log.write(
                who,
                AccessLog.Action.JOINED,
                appointment.person().value(),
                visit.id().value());
        return new Outcome.Here(arrival);
    }

    private boolean early(Visit visit, Appointment it) {
        return Opening.of(it.slot(), directory.unit(it.unit())).early(visit.state(), clock.instant());
    }

    /** Whoever was refused in this browser does not come in by the place that the first browser left. */
    private boolean refusedHere(Visit visit, Participant guest, Browser browser) {
        return before(visit, browser)
                .filter(it -> it.toConfirm() && guest.id().equals(it.participant()) && !open(it))
                .isPresent();
    }

    /** Shut is shut in every browser; otherwise the link was passed on, or opened once more. */
    private static boolean open(Arrival place) {
        return place.state() != ArrivalState.REFUSED && place.state() != ArrivalState.REMOVED;
    }

    /** In another browser than this one somebody is connected, or was a moment ago. */
    private boolean lives(Arrival place, Browser browser) {
        if (browser.id().equals(place.browser())) return false;
        var until = place.keptUntil();
        return until == null || until.isAfter(clock.instant());
    }

    private ArrivalId named(Visit visit, Participant own, @Nullable Arrival place, String name, Browser browser) {
        boolean staff = own.role() != null;
        if (place != null) return again(visit, place, staff, name, browser);
        boolean in = Moves.comesIn(visit.state(), visit.locked(), true, staff, false);
        var state = in ? ArrivalState.ADMITTED : ArrivalState.WAITING;
        return made(new New(visit.id(), own.id(), null, name, "", state), browser);
    }

    /**
     * Whoever has the link may be anybody, so each browser has a place of its own: that somebody was let in opens nothing
     * for another who has the link too.
     */
    private ArrivalId toConfirm(Visit visit, Participant whose, String name, Browser browser) {
        var place = before(visit, browser)
                .filter(it -> it.toConfirm() && whose.id().equals(it.participant()))
                .orElse(null);
        if (place != null) return again(visit, place, false, place.name(), browser);
        return made(new New(visit.id(), null, whose.id(), name, "", ArrivalState.WAITING), browser);
    }

    private Optional<Arrival> before(Visit visit, Browser browser) {
        return arrivals.ofBrowser(visit.id(), browser.id());
    }

    private ArrivalId made(New it, Browser browser) {
        var made = arrivals.insert(it, browser);
        visits.happened(it.visit(), "ARRIVED", null, made, clock.instant());
        live.changed(it.visit());
        return made;
    }

    /** Whoever is in stays in, whoever was shut out stays out, and one who had left comes in or waits again. */
    private ArrivalId again(Visit visit, Arrival place, boolean staff, String name, Browser browser) {
        arrivals.take(place, name, browser);
        boolean in = Moves.comesIn(visit.state(), visit.locked(), place.named(), staff, place.held());
        var move = in ? OfArrival.COME_BACK_IN : OfArrival.COME_BACK_TO_WAIT;
        if (arrivals.move(place.id(), visit.id(), move))
            visits.happened(visit.id(), move.happened, null, place.id(), clock.instant());
        live.changed(visit.id());
        return place.id();
    }
}
