package se.vardrum.invitation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.vardrum.access.Secret;
import se.vardrum.appointment.AppointmentBegun;
import se.vardrum.appointment.AppointmentBooked;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ParticipantAdded;
import se.vardrum.appointment.ParticipantCorrected;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantRemoved;
import se.vardrum.invitation.InvitationTable.New;
import se.vardrum.page.Ids;
import se.vardrum.page.Site;

/** Makes links with a booking, in its transaction, and says what they are. A guest has an own link, and so has a
 * patient who cannot sign in; one more is general. */
@Component
public class Links {

    private final InvitationTable invitations;
    private final Appointments appointments;
    private final Secret secret;
    private final Site site;
    private final Clock clock;

    Links(InvitationTable invitations, Appointments appointments, Secret secret, Site site, Clock clock) {
        this.invitations = invitations;
        this.appointments = appointments;
        this.secret = secret;
        this.site = site;
        this.clock = clock;
    }

    /** The address this one uses alone; throws when the participant has none. */
    public String personal(ParticipantId participant) {
        return url(invitations.personal(participant).orElseThrow());
    }

    /** The personal addresses of a visit, each by whom it is for. */
    public Map<ParticipantId, String> personal(AppointmentId appointment) {
        var all = new HashMap<ParticipantId, String>();
        for (var it : invitations.personal(appointment)) all.put(requireNonNull(it.participant()), url(it));
        return all;
    }

    /** The address whoever has it may come by, and then waits; not every visit has one, and it can be taken back. */
    public Optional<String> general(AppointmentId appointment) {
        return invitations.general(appointment).filter(it -> !it.revoked()).map(this::url);
    }

    /** Those who have come by their own link. */
    public Set<ParticipantId> opened(Collection<AppointmentId> appointments) {
        return Set.copyOf(invitations.opened(appointments));
    }

    private String url(Invitation it) {
        return site.url() + "/b/" + Token.of(secret, it.id(), it.version()).text();
    }

    @EventListener
    void on(AppointmentBooked booked) {
        var links = new ArrayList<New>();
        if (booked.generalLink()) links.add(made(null));
        booked.participants().stream()
                .filter(it -> it.byLink() || it.interpreter() || it.guest() && booked.guestsInvited())
                .forEach(it -> links.add(made(it.id())));
        if (!links.isEmpty()) invitations.insert(booked.id(), links);
    }

    /** Whoever was to wait for the start gets a link now; those who had one keep it. */
    @EventListener
    void on(AppointmentBegun begun) {
        var it = begun.appointment();
        if (!it.linksAtStart()) return;
        var links = new ArrayList<New>();
        if (begun.generalLink() && invitations.general(it.id()).isEmpty()) links.add(made(null));
        var have = personal(it.id()).keySet();
        appointments.participants(it.id()).stream()
                .filter(each -> each.guest() && !have.contains(each.id()))
                .forEach(guest -> links.add(made(guest.id())));
        if (!links.isEmpty()) invitations.insert(it.id(), links);
    }

    @EventListener
    void on(ParticipantAdded added) {
        var appointment = appointments.find(added.appointment()).orElseThrow();
        appointments
                .participant(added.participant())
                .filter(it -> it.guest() && appointment.linkNow(it))
                .ifPresent(guest -> invitations.insert(added.appointment(), java.util.List.of(made(guest.id()))));
    }

    @EventListener
    void on(ParticipantCorrected corrected) {
        invitations.personal(corrected.participant()).ifPresent(this::replace);
    }

    @EventListener
    void on(ParticipantRemoved removed) {
        invitations.personal(removed.participant()).ifPresent(it -> invitations.revoke(it.id(), clock.instant()));
    }

    /** False when somebody else was faster. */
    boolean replace(Invitation it) {
        return invitations.replace(
                it, Token.of(secret, it.id(), it.version() + 1).hash());
    }

    New made(@org.jspecify.annotations.Nullable ParticipantId participant) {
        var id = new InvitationId(Ids.next());
        return new New(id, participant, Token.of(secret, id, 1).hash());
    }
}
