package se.vardrum.visit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.invitation.Invitation;
import se.vardrum.media.IceServers;
import se.vardrum.media.IceServers.IceServer;
import se.vardrum.patient.PersonId;

/**
 * Trying camera, microphone, speaker and network before a visit, for everybody who is invited, any time from the
 * invitation on. It opens and shuts nothing.
 */
@Component
public class CheckDevices {

    /**
     * One who may try.
     *
     * @param self whose result is kept; null for the general link, which is nobody's
     * @param unit whom to ring
     */
    public record Tester(@Nullable Participant self, Appointment appointment, CareUnitId unit) {}

    private final FindVisit find;
    private final Appointments appointments;
    private final DeviceCheckTable checks;
    private final IceServers servers;
    private final Clock clock;

    CheckDevices(FindVisit find, Appointments appointments, DeviceCheckTable checks, IceServers servers, Clock clock) {
        this.find = find;
        this.appointments = appointments;
        this.checks = checks;
        this.servers = servers;
        this.clock = clock;
    }

    /** By an open link. Empty for one who was taken away. */
    public Optional<Tester> byLink(Invitation invitation, Appointment appointment) {
        if (invitation.participant() == null) return Optional.of(new Tester(null, appointment, appointment.unit()));
        return appointments
                .participant(invitation.participant())
                .filter(it -> !it.removed())
                .map(it -> new Tester(it, appointment, appointment.unit()));
    }

    /** Empty when there is no such visit for this one, or it is over. */
    public Optional<Tester> patient(Actor.Patient who, AppointmentId id) {
        return find.forPatient(who, id)
                .filter(Appointment::open)
                .flatMap(it -> appointments
                        .participant(id, new PersonId(who.person()))
                        .map(self -> new Tester(self, it, it.unit())));
    }

    /** Empty when there is no such visit for this one to take part in, or it is over. */
    public Optional<Tester> staff(Actor.Staff who, AppointmentId id) {
        return find.toChange(who, id)
                .filter(it -> it.visit().state().open())
                .flatMap(seen -> appointments
                        .participant(id, new PractitionerRoleId(who.role()))
                        .map(self -> new Tester(
                                self,
                                seen.appointment(),
                                seen.seesUnit() ? seen.appointment().unit() : new CareUnitId(who.unit()))));
    }

    /** Servers to try the network with, and nothing else: their credentials are not those of a call. */
    public List<IceServer> network() {
        return servers.probe();
    }

    /** Keeps the newest result of each; nothing for one who has only the general link. */
    @Transactional
    public void keep(Tester who, DeviceCheck.Found found) {
        if (who.self() != null) checks.put(new DeviceCheck(who.self().id(), clock.instant(), found));
    }
}
