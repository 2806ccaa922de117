package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.ChangeParticipants.Outcome;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.visit.FindVisit.Seen;

/** Correcting a guest or an interpreter: a name, a number, a language. */
@Controller
class CorrectPages {

    private final VisitRoom room;
    private final ChangeParticipants change;
    private final InviteViews views;
    private final Appointments appointments;
    private final Languages languages;

    CorrectPages(
            VisitRoom room,
            ChangeParticipants change,
            InviteViews views,
            Appointments appointments,
            Languages languages) {
        this.room = room;
        this.change = change;
        this.views = views;
        this.appointments = appointments;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/guests/{guest}")
    String page(
            Actor.Staff me, @PathVariable UUID id, @PathVariable UUID guest, HttpServletRequest request, Model model) {
        var seen = room.changeable(me, id);
        var before = guest(seen, id, guest);
        model.addAttribute("view", views.correcting(seen, before, GuestForm.of(before), languages.of(request)));
        return "overview/web/invite";
    }

    /** @param preview only shows what would follow */
    @PostMapping("/visits/{id}/guests/{guest}")
    String correct(
            Actor.Staff me,
            @PathVariable UUID id,
            @PathVariable UUID guest,
            GuestForm.Typed typed,
            @RequestParam(defaultValue = "") String preview,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var before = guest(seen, id, guest);
        var t = languages.of(request);
        var correct = GuestForm.read(typed, before.interpreter(), views.known(seen, before.id()), false, t);
        if (!preview.isEmpty()) {
            model.addAttribute("view", views.correcting(seen, before, correct.unjudged(), t));
            return "overview/web/invite";
        }
        if (correct.ok()) {
            var outcome =
                    change.correctGuest(me, seen.appointment().id(), before.id(), correct.guest(), correct.looked());
            if (outcome != Outcome.CHANGED) return done(id, outcome, flash);
            before = guest(seen, id, guest);
            correct = correct.changed(before.mark(), t.say("overview.changed.corrected", now(before, t)));
        }
        response.setStatus(422);
        model.addAttribute("view", views.correcting(seen, before, correct, t));
        return "overview/web/invite";
    }

    private String done(UUID id, Outcome outcome, RedirectAttributes flash) {
        return switch (outcome) {
            case DONE -> room.back(id, "corrected", flash);
            case DONE_QUIETLY -> room.back(id, "corrected-quietly", flash);
            case TOO_LATE -> throw new TooLate(id, "over");
            case NOTHING_TO_DO, NOT_ALLOWED, REASON_NEEDED, CHANGED -> room.back(id, "nothing", flash);
        };
    }

    /** What somebody else has made of it meanwhile. */
    private static String now(Participant it, Texts t) {
        return Stream.of(
                        it.shown(t),
                        it.seat() == null ? null : it.seat().words(t),
                        it.mobile() == null ? null : Phone.shown(it.mobile()),
                        it.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** One who was taken away meanwhile is told of in words. */
    private Participant guest(Seen seen, UUID visit, UUID id) {
        var guest = appointments
                .participant(new ParticipantId(id))
                .filter(it -> it.appointment().equals(seen.appointment().id()) && it.guest())
                .orElseThrow(NotFound::new);
        if (guest.removed()) throw new TooLate(visit, "gone");
        return guest;
    }
}
