package se.vardrum.invitation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.AppointmentId;

/** Replaces a visit's general link: the old one stops working at once. Callers have found the visit as theirs. */
@Component
public class GeneralLink {

    private final InvitationTable invitations;
    private final Links links;

    GeneralLink(InvitationTable invitations, Links links) {
        this.invitations = invitations;
        this.links = links;
    }

    @Transactional
    public void replace(AppointmentId appointment) {
        invitations.general(appointment).ifPresent(links::replace);
    }
}
