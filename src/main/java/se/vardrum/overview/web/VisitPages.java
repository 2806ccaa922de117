package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.page.Languages;

/** The visit's own page for staff, with what is done there by one press. */
@Controller
class VisitPages {

    private final VisitRoom room;
    private final ChangeParticipants change;
    private final Languages languages;

    VisitPages(VisitRoom room, ChangeParticipants change, Languages languages) {
        this.room = room;
        this.change = change;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}")
    String page(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("view", room.look(me, id, false, languages.of(request)));
        return "overview/web/visit";
    }

    /** The same, without the page around it, for the page that keeps itself fresh. */
    @GetMapping("/visits/{id}/now")
    String now(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("view", room.look(me, id, true, languages.of(request)));
        return "overview/web/sight";
    }

    @PostMapping("/visits/{id}/rung")
    String rung(Actor.Staff me, @PathVariable UUID id, RedirectAttributes flash) {
        change.patientRung(me, room.changeable(me, id).appointment().id());
        return room.back(id, "rung", flash);
    }
}
