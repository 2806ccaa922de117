package se.vardrum.invitation;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;

/**
 * A visit's general link after the booking. Callers have found the visit as theirs. Whoever came by a link keeps the
 * place there, whatever becomes of the link.
 */
@Component
public class GeneralLink {

    /** Where a visit's general link stands. @param version grows each time it is replaced; 0 while there never was one */
    public record Standing(int version, boolean revoked) {

        /** There is one to share. */
        public boolean there() {
            return version > 0 && !revoked;
        }
    }

    private final InvitationTable invitations;
    private final Links links;
    private final AccessLog log;
    private final Clock clock;

    GeneralLink(InvitationTable invitations, Links links, AccessLog log, Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    public Standing standing(AppointmentId appointment) {
        return invitations
                .general(appointment)
                .map(it -> new Standing(it.version(), it.revoked()))
                .orElseGet(() -> new Standing(0, false));
    }

    /**
     * The old one stops working at once; one that was taken back is followed by a new one.
     *
     * @param version the one that was looked at: false when it has been replaced already, or there was none
     */
    @Transactional
    public boolean replace(AppointmentId appointment, int version) {
        return invitations
                .general(appointment)
                .filter(it -> it.version() == version)
                .filter(links::replace)
                .isPresent();
    }

    /** It stops working at once, and there is none until somebody makes a new one. False when there was none. */
    @Transactional
    public boolean revoke(AppointmentId appointment, int version) {
        return invitations
                .general(appointment)
                .filter(it -> it.version() == version && invitations.revoke(it.id(), version, clock.instant()))
                .isPresent();
    }

    /** False where the type of visit has none, or none before the start. */
    public static boolean possible(Appointment it) {
        return it.type().generalLink() && it.linksNow();
    }

    /**
     * For a visit that has none. One that is there stays as it is.
     *
     * @param patient the person whose visit it is: the reason stands in that person's log
     */
    @Transactional
    public void make(Actor.Staff who, Appointment it, UUID patient, String reason) {
        if (!possible(it) || !made(it.id())) return;
        log.because(reason, who, AccessLog.Action.LINK_MADE, patient, it.id().value());
    }

    private boolean made(AppointmentId visit) {
        var before = invitations.general(visit).orElse(null);
        if (before != null) return before.revoked() && links.replace(before);
        return invitations.insertGeneral(visit, links.made(null));
    }
}
