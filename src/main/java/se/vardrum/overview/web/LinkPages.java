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
import se.vardrum.invitation.GeneralLink;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.visit.FindVisit.Seen;

/** The general link: replaced, or made for one with protected identity, for whom there is none without a reason. */
@Controller
class LinkPages {

    private static final int LONGEST_REASON = 200;

    private final VisitRoom room;
    private final GeneralLink link;
    private final Languages languages;

    LinkPages(VisitRoom room, GeneralLink link, Languages languages) {
        this.room = room;
        this.link = link;
        this.languages = languages;
    }

    @PostMapping("/visits/{id}/link")
    String replace(Actor.Staff me, @PathVariable UUID id, RedirectAttributes flash) {
        link.replace(room.changeable(me, id).appointment().id());
        return room.back(id, "link", flash);
    }

    @GetMapping("/visits/{id}/link/new")
    String ask(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        possible(room.changeable(me, id));
        return show(me, id, "", Map.of(), request, model);
    }

    @PostMapping("/visits/{id}/link/new")
    String make(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        possible(seen);
        var form = new Form(languages.of(request));
        var typed = form.required("reason", reason, LONGEST_REASON, "overview.link.problem");
        if (!form.ok()) {
            response.setStatus(422);
            return show(me, id, typed, form.problems(), request, model);
        }
        var it = seen.appointment();
        link.make(me, it, it.person().value(), typed);
        return room.back(id, "link-made", flash);
    }

    private static void possible(Seen seen) {
        if (!GeneralLink.possible(seen.appointment())) throw new NotFound();
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
        return "overview/web/link";
    }
}
