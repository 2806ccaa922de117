package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;

/** Adding guests, interpreters and staff to a booked visit. */
@Controller
class InvitePages {

    private final VisitRoom room;
    private final ChangeParticipants change;
    private final InviteViews views;
    private final Appointments appointments;
    private final Directory directory;
    private final Languages languages;

    InvitePages(
            VisitRoom room,
            ChangeParticipants change,
            InviteViews views,
            Appointments appointments,
            Directory directory,
            Languages languages) {
        this.room = room;
        this.change = change;
        this.views = views;
        this.appointments = appointments;
        this.directory = directory;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/invite")
    String page(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "guest") String tab,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        var seen = room.changeable(me, id);
        var form = views.empty(seen, tab.equals("interpreter"));
        model.addAttribute("view", views.adding(seen, tab, form, q, languages.of(request)));
        return "overview/web/invite";
    }

    /** Staff who fit, as one types. */
    @GetMapping("/visits/{id}/invite/hits")
    String hits(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("hits", views.found(room.changeable(me, id), q, languages.of(request)));
        return "overview/web/hits";
    }

    /** A guest, or with a {@code kind} an interpreter. @param preview only shows what would follow */
    @PostMapping("/visits/{id}/guests")
    String addGuest(
            Actor.Staff me,
            @PathVariable UUID id,
            GuestForm.Typed typed,
            @RequestParam(defaultValue = "") String preview,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var t = languages.of(request);
        var tab = typed.interpreter() ? "interpreter" : "guest";
        var guest = GuestForm.read(typed, typed.interpreter(), views.known(seen, null), views.asksReason(seen), t);
        if (!preview.isEmpty()) {
            model.addAttribute("view", views.adding(seen, tab, guest.unjudged(), "", t));
            return "overview/web/invite";
        }
        if (guest.ok()) {
            var reason = guest.reason() == null ? "" : guest.reason();
            var outcome = change.addGuest(me, seen.appointment().id(), guest.guest(), reason, guest.looked());
            // The patient got protected identity this very moment: the form asks why, with all that was typed.
            if (outcome == Outcome.REASON_NEEDED)
                return addGuest(me, id, typed, preview, request, response, model, flash);
            if (outcome != Outcome.CHANGED) return done(id, outcome, tab, flash);
            var now = appointments.mark(seen.appointment().id());
            guest = guest.changed(now, t.say("overview.changed.added"));
        }
        response.setStatus(422);
        model.addAttribute("view", views.adding(seen, tab, guest, "", t));
        return "overview/web/invite";
    }

    @PostMapping("/visits/{id}/staff")
    String addStaff(
            Actor.Staff me, @PathVariable UUID id, @RequestParam @Nullable UUID role, RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var colleague = role == null
                ? null
                : directory.role(new PractitionerRoleId(role)).orElse(null);
        if (colleague == null) throw new NotFound();
        return done(id, change.addColleague(me, seen.appointment().id(), colleague.id()), "staff", flash);
    }

    private String done(UUID id, Outcome outcome, String what, RedirectAttributes flash) {
        return switch (outcome) {
            case DONE -> room.back(id, what, flash);
            case NOTHING_TO_DO, DONE_QUIETLY -> room.back(id, "nothing", flash);
            case NOT_ALLOWED -> throw new NotFound(); // the page offers only what the type allows
            case REASON_NEEDED, CHANGED -> throw new IllegalArgumentException("answered in the form");
            case TOO_LATE -> throw new TooLate(id, "over");
        };
    }
}
