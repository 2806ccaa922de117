package se.vardrum.overview.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.SeatForm;
import se.vardrum.directory.Directory;
import se.vardrum.messaging.Deliveries;
import se.vardrum.overview.web.InviteView.Hit;
import se.vardrum.overview.web.InviteView.Hits;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;
import se.vardrum.patient.Patients;
import se.vardrum.visit.FindVisit.Seen;

/** Makes the page where somebody is added to a visit or corrected, with what follows from pressing its button. */
@Component
class InviteViews {

    private static final int MOST_HITS = 30;

    private final Appointments appointments;
    private final Patients patients;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Follows follows;

    InviteViews(
            Appointments appointments, Patients patients, Directory directory, Deliveries deliveries, Follows follows) {
        this.appointments = appointments;
        this.patients = patients;
        this.directory = directory;
        this.deliveries = deliveries;
        this.follows = follows;
    }

    /** Nothing typed yet; of an interpreter stands what the patient needs, for one who sees the patient. */
    GuestForm empty(Seen seen, boolean interpreter) {
        var id = seen.appointment().id();
        var patient = patients.profile(seen.appointment().profile()).orElseThrow();
        boolean booked = appointments.participants(id).stream().anyMatch(Participant::interpreter);
        var seat = SeatForm.of(seen.seesPatient() && !booked ? patient.interpreter() : null);
        return GuestForm.empty(patient.protectedIdentity(), interpreter ? seat : null, appointments.mark(id));
    }

    /** A guest at a visit of one with protected identity needs a reason. */
    boolean asksReason(Seen seen) {
        return patients.protectedIdentity(seen.appointment().profile());
    }

    /** Whose number is whose: without the patient's for one who may not see the patient. */
    List<Participant> known(Seen seen, @Nullable ParticipantId but) {
        return appointments.participants(seen.appointment().id()).stream()
                .filter(it -> !it.id().equals(but))
                .filter(it -> it.person() == null || seen.seesPatient())
                .toList();
    }

    Hits found(Seen seen, String q, Texts t) {
        var typed = new Form(t).line("q", q, 100);
        var there = appointments.participants(seen.appointment().id()).stream()
                .map(Participant::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var people = directory.search(typed, MOST_HITS).stream()
                .map(it -> new Hit(
                        it.id().value().toString(),
                        it.name(),
                        it.title() + ", " + it.unitName(),
                        there.contains(it.id())))
                .toList();
        return new Hits(seen.appointment().id().value().toString(), typed, people);
    }

    /** Adding. @param tab one that the type of visit has; every type has room for an interpreter */
    InviteView adding(Seen seen, String tab, GuestForm guest, String q, Texts t) {
        var type = seen.appointment().type();
        var shown = tab.equals("interpreter") || guest.seat() != null
                ? "interpreter"
                : tab.equals("staff") && type.staff() || !type.guests() ? "staff" : "guest";
        if (shown.equals("staff") && !type.staff()) shown = "interpreter";
        var form = shown.equals("interpreter") && guest.seat() == null ? empty(seen, true) : guest;
        return view(seen, shown, "", form, follows.added(seen.appointment(), form.guest(), t), q, t);
    }

    InviteView correcting(Seen seen, Participant before, GuestForm guest, Texts t) {
        var sent = deliveries.of(seen.appointment().id()).stream()
                .filter(it -> it.participant().equals(before.id()) && it.kind().equals("INVITATION"))
                .toList();
        var said = follows.corrected(seen.appointment(), before, guest.guest(), sent, t);
        var tab = before.interpreter() ? "interpreter" : "guest";
        return view(seen, tab, before.id().value().toString(), guest, said, "", t);
    }

    private InviteView view(
            Seen seen, String tab, String correcting, GuestForm guest, Follows.Said said, String q, Texts t) {
        var it = seen.appointment();
        var zone = directory.unit(it.unit()).zone();
        var hits = found(seen, q, t);
        return new InviteView(
                it.id().value().toString(),
                VisitViews.title(it, zone, t),
                it.reason(t.language()),
                t.in(zone).span(it.slot().from(), it.slot().to()),
                tab,
                it.type().guests(),
                it.type().staff(),
                correcting,
                guest,
                said,
                hits.q(),
                hits);
    }
}
