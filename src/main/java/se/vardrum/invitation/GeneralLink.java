package se.vardrum.invitation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;

/** A visit's general link after the booking. Callers have found the visit as theirs. */
@Component
public class GeneralLink {

    private final InvitationTable invitations;
    private final Links links;
    private final AccessLog log;

    GeneralLink(InvitationTable invitations, Links links, AccessLog log) {
        this.invitations = invitations;
        this.links = links;
        this.log = log;
    }

    /** The old one stops working at once; nothing happens when there is none. */
    @Transactional
    public void replace(AppointmentId appointment) {
        invitations.general(appointment).ifPresent(links::replace);
    }

    /** For a visit that was booked without one; the reason is logged. One that is there stays as it is. */
    @Transactional
    public void make(Actor.Staff who, Appointment it, String reason) {
        if (invitations.general(it.id()).isPresent()) return;
        invitations.insert(it.id(), List.of(links.made(null)));
        log.because(
                reason,
                who,
                AccessLog.Action.LINK_MADE,
                it.person().value(),
                it.id().value());
    }
}
