package se.vardrum.overview.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.Medium;
import se.vardrum.messaging.Resend;
import se.vardrum.page.NotFound;
import se.vardrum.visit.FindVisit.Seen;

/** What one press does with one who takes part: send again, take away, put back. */
@Controller
class ParticipantActions {

    private final VisitRoom room;
    private final Appointments appointments;
    private final ChangeParticipants change;
    private final Deliveries deliveries;
    private final Resend resend;
    private final InviteViews views;

    ParticipantActions(
            VisitRoom room,
            Appointments appointments,
            ChangeParticipants change,
            Deliveries deliveries,
            Resend resend,
            InviteViews views) {
        this.room = room;
        this.appointments = appointments;
        this.change = change;
        this.deliveries = deliveries;
        this.resend = resend;
        this.views = views;
    }

    /** A guest of one with protected identity is added with a reason, and so also again. */
    private boolean mayUndo(Seen seen, Participant it) {
        return it.role() != null || !views.asksReason(seen);
    }

    /** What failed goes again; when nothing did, all of it. */
    @PostMapping("/visits/{id}/participants/{participant}/resend")
    String resend(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID participant, RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var to = participant(seen, participant);
        if (to.removed()) throw new TooLate(id, "gone");
        var sent = deliveries.of(seen.appointment().id()).stream()
                .filter(it -> it.participant().equals(to.id()) && it.kind().equals("INVITATION"))
                .toList();
        boolean someFailed = sent.stream().anyMatch(it -> it.state() == State.FAILED);
        var outcomes = sent.stream()
                .filter(it -> !someFailed || it.state() == State.FAILED)
                .map(Delivery::channel)
                .map(it -> resend.resend(me, seen.appointment().id(), to.id(), Medium.valueOf(it)))
                .toList();
        boolean onItsWay = outcomes.stream().anyMatch(it -> it != Resend.Outcome.NOT_POSSIBLE);
        return room.back(id, onItsWay ? "resent" : "not-resent", flash);
    }

    /** Taking away one who is gone already is fine; the patient and the responsible one stay. */
    @PostMapping("/visits/{id}/participants/{participant}/remove")
    String remove(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID participant, RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var leaving = appointments
                .participant(new ParticipantId(participant))
                .filter(it -> it.appointment().equals(seen.appointment().id()))
                .orElseThrow(NotFound::new);
        if (leaving.person() != null || seen.visit().responsible().equals(leaving.role()))
            throw new TooLate(id, "stays");
        return switch (change.remove(me, seen.appointment().id(), leaving.id())) {
            case DONE -> {
                if (mayUndo(seen, leaving)) flash.addFlashAttribute("undo", participant.toString());
                yield room.back(id, "removed", flash);
            }
            case NOTHING_TO_DO, NOT_ALLOWED, REASON_NEEDED, CHANGED, DONE_QUIETLY -> room.back(id, "nothing", flash);
            case TOO_LATE -> throw new TooLate(id, "over");
        };
    }

    /** "Ångra": whoever was taken away takes part again, a guest with a new link. */
    @PostMapping("/visits/{id}/participants/{participant}/put-back")
    String putBack(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID participant, RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var gone = appointments
                .participant(new ParticipantId(participant))
                .filter(it -> it.appointment().equals(seen.appointment().id()))
                .orElseThrow(NotFound::new);
        return switch (change.putBack(me, seen.appointment().id(), gone.id())) {
            case DONE -> room.back(id, "put-back", flash);
            case TOO_LATE -> throw new TooLate(id, "over");
            case NOTHING_TO_DO, NOT_ALLOWED, REASON_NEEDED, CHANGED, DONE_QUIETLY -> room.back(id, "nothing", flash);
        };
    }

    private Participant participant(Seen seen, UUID id) {
        return appointments
                .participant(new ParticipantId(id))
                .filter(it -> it.appointment().equals(seen.appointment().id()))
                .orElseThrow(NotFound::new);
    }
}
