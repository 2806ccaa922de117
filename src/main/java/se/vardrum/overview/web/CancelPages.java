package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.visit.VisitState;

/** Calling a visit off: first what follows and why, then it is done. */
@Controller
class CancelPages {

    private static final int LONGEST_REASON = 300;

    private final VisitRoom room;
    private final CancelAppointment cancel;
    private final Languages languages;

    CancelPages(VisitRoom room, CancelAppointment cancel, Languages languages) {
        this.room = room;
        this.cancel = cancel;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/cancel")
    String ask(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        booked(me, id);
        return show(me, id, "", Map.of(), request, model);
    }

    @PostMapping("/visits/{id}/cancel")
    String cancel(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        booked(me, id);
        var form = new Form(languages.of(request));
        var typed = form.text("reason", reason, LONGEST_REASON);
        if (typed.isEmpty()) form.problem("reason", "overview.cancel.problem");
        if (!form.ok()) {
            response.setStatus(422);
            return show(me, id, typed, form.problems(), request, model);
        }
        var seen = room.changeable(me, id);
        if (!cancel.cancel(me, seen.appointment().id(), typed)) throw new TooLate(id, "cancel");
        return room.back(id, "cancelled", flash);
    }

    private void booked(Actor.Staff me, UUID id) {
        if (room.changeable(me, id).visit().state() != VisitState.BOOKED) throw new TooLate(id, "cancel");
    }

    private String show(
            Actor.Staff me,
            UUID id,
            String reason,
            Map<String, String> problems,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", room.look(me, id, true, languages.of(request)));
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        return "overview/web/cancel";
    }
}
