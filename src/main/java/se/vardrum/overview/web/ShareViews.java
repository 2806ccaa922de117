package se.vardrum.overview.web;

import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointment;
import se.vardrum.invitation.GeneralLink;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.WrongTokens;
import se.vardrum.patient.Patients;

/** Where a visit's general link stands, for who may change the visit. */
@Component
class ShareViews {

    private final GeneralLink general;
    private final Links links;
    private final WrongTokens wrong;
    private final Patients patients;

    ShareViews(GeneralLink general, Links links, WrongTokens wrong, Patients patients) {
        this.general = general;
        this.links = links;
        this.wrong = wrong;
        this.patients = patients;
    }

    ShareView of(Appointment it) {
        var standing = general.standing(it.id());
        boolean makes = !standing.there() && GeneralLink.possible(it);
        boolean again = makes && standing.revoked() && !secret(it);
        return new ShareView(
                links.general(it.id()).orElse(null),
                standing.version(),
                it.type().generalLink() && !it.linksNow(),
                again,
                makes && !again,
                wrong.many(it.id()));
    }

    /** A link into that one's visit needs a reason, each time one is made. */
    boolean secret(Appointment it) {
        return patients.protectedIdentity(it.profile());
    }
}
