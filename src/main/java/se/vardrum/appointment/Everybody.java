package se.vardrum.appointment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Ids;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Proxy;

/** Makes the participants of a booking: the patient's side, staff, guests. */
@Component
class Everybody {

    private final Directory directory;

    Everybody(Directory directory) {
        this.directory = directory;
    }

    /** One of the patient's side gets no message. A child beside a proxy who gets one needs none. */
    static boolean somebodyMustRing(List<Participant> everybody) {
        var side = everybody.stream().filter(it -> it.person() != null).toList();
        boolean proxies = side.size() > 1;
        return side.stream()
                .filter(it -> it.kind() == ParticipantKind.PROXY || !proxies)
                .anyMatch(it -> it.mobile() == null);
    }

    /** Null when one of the colleagues does not exist (any more). */
    @Nullable
    List<Participant> of(
            Actor.Staff who,
            BookAppointment.Request wanted,
            PatientProfile patient,
            List<Proxy> proxies,
            AppointmentId id) {
        var colleagues = directory.roles(wanted.colleagues());
        var all = new ArrayList<Participant>();
        all.add(new Participant(
                new ParticipantId(Ids.next()),
                id,
                ParticipantKind.PATIENT,
                patient.firstName(),
                patient.lastName(),
                patient.own() ? wanted.mobile() : null,
                patient.email(),
                patient.language(),
                null,
                patient.person(),
                1,
                false,
                patient.byLink() && wanted.mobile() != null,
                null));
        for (var it : proxies) {
            boolean throughThis = it.id().equals(patient.proxy());
            all.add(proxy(id, it, throughThis ? wanted.mobile() : it.mobile()));
        }
        var booker = new PractitionerRoleId(who.role());
        all.add(staff(id, who.name(), "", booker)); // the session has the name whole
        for (var role : wanted.colleagues().stream()
                .distinct()
                .filter(it -> !it.equals(booker))
                .toList()) {
            var colleague = colleagues.get(role);
            if (colleague == null) return null;
            all.add(staff(id, colleague.firstName(), colleague.lastName(), role));
        }
        for (var guest : wanted.guests()) all.add(guest(id, guest));
        return all;
    }

    private static Participant proxy(AppointmentId id, Proxy it, @Nullable String mobile) {
        return new Participant(
                new ParticipantId(Ids.next()),
                id,
                ParticipantKind.PROXY,
                it.firstName(),
                it.lastName(),
                mobile,
                null,
                it.language(),
                null,
                it.id(),
                1,
                false,
                false,
                null);
    }

    static Participant staff(AppointmentId id, String first, String last, PractitionerRoleId role) {
        return new Participant(
                new ParticipantId(Ids.next()),
                id,
                ParticipantKind.PRACTITIONER,
                first,
                last,
                null,
                null,
                "sv",
                role,
                null,
                1,
                false,
                false,
                null);
    }

    static Participant guest(AppointmentId id, BookAppointment.Guest guest) {
        return new Participant(
                new ParticipantId(Ids.next()),
                id,
                guest.seat() == null ? ParticipantKind.GUEST : ParticipantKind.INTERPRETER,
                guest.firstName(),
                guest.lastName(),
                guest.mobile(),
                guest.email(),
                guest.language(),
                null,
                null,
                1,
                false,
                false,
                guest.seat());
    }
}
