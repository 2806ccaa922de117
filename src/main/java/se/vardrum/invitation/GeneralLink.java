package se.vardrum.invitation;

import java.util.List;
import java.util.UUID;
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

    /** False where the type of visit has none, or none before the start. */
    public static boolean possible(Appointment it) {
        return it.type().generalLink() && it.linksNow();
    }

    /**
     * For a visit that was booked without one. One that is there stays as it is.
     *
     * @param patient the person whose visit it is: the reason stands in that person's log
     */
    @Transactional
    public void make(Actor.Staff who, Appointment it, UUID patient, String reason) {
        if (!possible(it) || invitations.general(it.id()).isPresent()) return;
        invitations.insert(it.id(), List.of(links.made(null)));
        log.because(reason, who, AccessLog.Action.LINK_MADE, patient, it.id().value());
    }
}
