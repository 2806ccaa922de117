package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.booking.CheckGuest;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;

/** Step 2, the tab "Tolk": booking an interpreter's seat. Every type of visit has room for one. */
@Controller
class InterpreterPages {

    private final Wizard wizard;
    private final ParticipantsView view;
    private final CheckGuest checkGuest;
    private final Drafts drafts;
    private final Languages languages;

    InterpreterPages(Wizard wizard, ParticipantsView view, CheckGuest checkGuest, Drafts drafts, Languages languages) {
        this.wizard = wizard;
        this.view = view;
        this.checkGuest = checkGuest;
        this.drafts = drafts;
        this.languages = languages;
    }

    @PostMapping("/bookings/{id}/interpreters")
    String add(
            Actor.Staff me,
            @PathVariable UUID id,
            GuestPages.Typed typed,
            @RequestParam(defaultValue = "") String anyway,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var draft = drafts.change(me, new DraftId(id), Draft.Step.PARTICIPANTS, it -> typed.into(it, form));
        var checked = checkGuest.interpreter(
                draft.content().interpreter(),
                draft.content().guests(),
                wizard.patient(draft.profile()),
                anyway.equals("yes"),
                form);
        var interpreter = checked.guest();
        if (interpreter == null) {
            response.setStatus(422);
            model.addAttribute("step", view.wrongInterpreter(me, draft, checked.doubtful(), form, t));
            return "booking/web/participants";
        }
        drafts.change(me, draft.id(), Draft.Step.PARTICIPANTS, it -> it.and(interpreter));
        return "redirect:/bookings/" + id + "/participants?tab=interpreter&added=1";
    }

    /** What the patient needs, as it stands with the patient, in one press. */
    @PostMapping("/bookings/{id}/interpreters/needed")
    String needed(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request) {
        var draft = wizard.draft(me, id);
        var patient = wizard.patient(draft.profile());
        boolean there = draft.content().guests().stream().anyMatch(it -> it.seat() != null);
        var form = new Form(languages.of(request));
        var interpreter = patient.interpreter() == null || there
                ? null
                : checkGuest
                        .interpreter(
                                Draft.HalfInterpreter.EMPTY, draft.content().guests(), patient, false, form)
                        .guest();
        if (interpreter == null) return "redirect:/bookings/" + id + "/participants?tab=interpreter";
        drafts.change(me, draft.id(), Draft.Step.PARTICIPANTS, it -> it.and(interpreter));
        return "redirect:/bookings/" + id + "/participants?tab=interpreter&added=1";
    }

    @PostMapping("/bookings/{id}/interpreters/clear")
    String clear(Actor.Staff me, @PathVariable UUID id) {
        drafts.change(me, new DraftId(id), Draft.Step.PARTICIPANTS, it -> it.with(Draft.HalfInterpreter.EMPTY));
        return "redirect:/bookings/" + id + "/participants?tab=interpreter";
    }
}
