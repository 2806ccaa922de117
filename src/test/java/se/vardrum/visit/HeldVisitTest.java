package se.vardrum.visit;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;

/** A booked visit, and those who come to it. */
abstract class HeldVisitTest {

    @Autowired
    World world;

    @Autowired
    StartVisit start;

    @Autowired
    EndVisit end;

    @Autowired
    Arrive arrive;

    @Autowired
    Admit admit;

    @Autowired
    Leave leave;

    @Autowired
    FindVisit find;

    @Autowired
    Visits visits;

    @Autowired
    Links links;

    @Autowired
    OpenLink open;

    @Autowired
    Appointments appointments;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    ChangeParticipants change;

    AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
    }

    se.vardrum.invitation.Invitation personalInvitation;

    ArrivalId byPersonalLink() {
        var outcome = (OpenLink.Outcome.Open) open.look(token(links.personal(guest().id())));
        personalInvitation = outcome.invitation();
        return World.place(arrive.guest(outcome.invitation(), outcome.appointment(), World.browser()));
    }

    Browser lastBrowser = World.browser();

    ArrivalId byGeneralLink(String name) {
        lastBrowser = World.browser();
        return byGeneralLink(name, lastBrowser);
    }

    ArrivalId byGeneralLink(String name, Browser browser) {
        return World.place(arrive.unnamed(general().invitation(), general().appointment(), browser, name, "tolk"));
    }

    ArrivalId jakeComes() {
        return jakeComes(World.browser());
    }

    ArrivalId jakeComes(Browser browser) {
        return World.place(arrive.patient(world.signedIn(world.jake), visit, browser));
    }

    OpenLink.Outcome.Open general() {
        return (OpenLink.Outcome.Open) open.look(token(links.general(visit).orElseThrow()));
    }

    Participant guest() {
        return appointments.participants(visit).stream()
                .filter(it -> it.kind() == ParticipantKind.GUEST)
                .findFirst()
                .orElseThrow();
    }

    static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    ArrivalState state(ArrivalId id) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    List<ArrivalState> states() {
        return visits.arrivals(visit).stream().map(Arrival::state).toList();
    }

    List<AppointmentId> listOf(Actor.Staff who) {
        return visits.responsibleFor(World.role(who), World.inDays(0), World.inDays(3)).stream()
                .map(Visit::id)
                .toList();
    }

    List<AppointmentId> guestListOf(Actor.Staff who) {
        return visits.invitedTo(World.role(who)).stream().map(Visit::id).toList();
    }
}
