package se.vardrum.booking.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.booking.Drafts;
import se.vardrum.page.NotFound;

/** The draft as a whole: going on with it where one was, and giving it up, which is asked once. */
@Controller
class DraftPages {

    private final Wizard wizard;
    private final Drafts drafts;

    DraftPages(Wizard wizard, Drafts drafts) {
        this.wizard = wizard;
        this.drafts = drafts;
    }

    @GetMapping("/bookings/{id}")
    String goOn(Actor.Staff me, @PathVariable UUID id) {
        return "redirect:/bookings/" + id + "/" + wizard.draft(me, id).step().path();
    }

    /** The question as a page, for one who has no script. */
    @GetMapping("/bookings/{id}/cancel")
    String ask(Actor.Staff me, @PathVariable UUID id, Model model) {
        var draft = wizard.draft(me, id);
        model.addAttribute("head", wizard.head(me, draft, draft.step()));
        return "booking/web/cancel";
    }

    @PostMapping("/bookings/{id}/cancel")
    String cancel(Actor.Staff me, @PathVariable UUID id, @RequestParam(defaultValue = "") String sure, Model model) {
        var draft = wizard.draft(me, id);
        if (!sure.equals("yes")) return ask(me, id, model);
        if (!drafts.remove(me, draft.id())) throw new NotFound();
        return "redirect:/visits";
    }
}
