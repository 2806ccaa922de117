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
import se.vardrum.appointment.Appointment;
import se.vardrum.invitation.GeneralLink;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;

/**
 * The general link: replaced, taken back, made anew, or made for one with protected identity, for whom there is none
 * without a reason. What is pressed carries the version that was looked at, so that pressing twice does it once.
 */
@Controller
class LinkPages {

    private static final int LONGEST_REASON = 200;

    private final VisitRoom room;
    private final GeneralLink link;
    private final ShareViews shares;
    private final Languages languages;

    LinkPages(VisitRoom room, GeneralLink link, ShareViews shares, Languages languages) {
        this.room = room;
        this.link = link;
        this.shares = shares;
        this.languages = languages;
    }

    @PostMapping("/visits/{id}/link")
    String replace(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            RedirectAttributes flash) {
        var it = room.changeable(me, id).appointment();
        var standing = link.standing(it.id());
        if (!standing.there() && shares.secret(it)) return "redirect:/visits/" + id + "/link/new";
        possible(it);
        boolean done = link.replace(it.id(), number(version));
        return room.back(id, !done ? "nothing" : standing.there() ? "link" : "link-made", flash);
    }

    @PostMapping("/visits/{id}/link/revoke")
    String revoke(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            RedirectAttributes flash) {
        var it = room.changeable(me, id).appointment();
        return room.back(id, link.revoke(it.id(), number(version)) ? "link-revoked" : "nothing", flash);
    }

    @GetMapping("/visits/{id}/link/new")
    String ask(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        possible(room.changeable(me, id).appointment());
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
        var it = room.changeable(me, id).appointment();
        possible(it);
        var form = new Form(languages.of(request));
        var typed = form.required("reason", reason, LONGEST_REASON, "overview.link.problem");
        if (!form.ok()) {
            response.setStatus(422);
            return show(me, id, typed, form.problems(), request, model);
        }
        link.make(me, it, it.person().value(), typed);
        return room.back(id, "link-made", flash);
    }

    private static void possible(Appointment it) {
        if (!GeneralLink.possible(it)) throw new NotFound();
    }

    /** None that is, for what is no number. */
    private static int number(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
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
