package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.appointment.SeatForm;
import se.vardrum.booking.CheckGuest;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;

/** Step 2, the tab "Gäst": adding a guest, clearing the fields, taking somebody away. */
@Controller
class GuestPages {

    private final Wizard wizard;
    private final ParticipantsView view;
    private final CheckGuest checkGuest;
    private final Drafts drafts;
    private final Languages languages;

    GuestPages(Wizard wizard, ParticipantsView view, CheckGuest checkGuest, Drafts drafts, Languages languages) {
        this.wizard = wizard;
        this.view = view;
        this.checkGuest = checkGuest;
        this.drafts = drafts;
        this.languages = languages;
    }

    /**
     * The guest's fields as the form sends them, or with a {@code kind} the interpreter's; none of them from the tab for
     * staff, which leaves the draft's alone.
     */
    record Typed(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String language,
            @Nullable String kind,
            @Nullable String spoken,
            @Nullable String reference) {

        private static final int LONGEST_NAME = 60;
        private static final int LONGEST_MOBILE = 40;
        private static final int LONGEST_EMAIL = 254;

        Draft.Content into(Draft.Content content, Form form) {
            boolean sent = firstName != null || lastName != null || mobile != null || email != null;
            if (!sent) return content;
            if (kind == null) return content.with(read(form));
            return content.with(new Draft.HalfInterpreter(SeatForm.typed(kind, spoken, reference, form), read(form)));
        }

        private Draft.HalfGuest read(Form form) {
            return new Draft.HalfGuest(
                    form.line("firstName", firstName, LONGEST_NAME),
                    form.line("lastName", lastName, LONGEST_NAME),
                    form.line("mobile", mobile, LONGEST_MOBILE),
                    form.line("email", email, LONGEST_EMAIL),
                    language == null ? "sv" : language);
        }
    }

    /** Enter with all fields empty means that there is nobody more to add. */
    @PostMapping("/bookings/{id}/guests")
    String add(
            Actor.Staff me,
            @PathVariable UUID id,
            Typed typed,
            @RequestParam(defaultValue = "") String anyway,
            @RequestParam(defaultValue = "") String enter,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var draft = drafts.change(me, new DraftId(id), Draft.Step.PARTICIPANTS, it -> typed.into(it, form));
        if (!wizard.type(me, draft.type()).guests()) return "redirect:/bookings/" + id + "/participants";
        boolean nobodyElse = enter.equals("yes") && !draft.content().half().begun();
        if (nobodyElse) {
            drafts.change(me, draft.id(), Draft.Step.CONFIRM, it -> it);
            return "redirect:/bookings/" + id + "/confirm";
        }
        var checked = checkGuest.check(
                draft.content().half(),
                draft.content().guests(),
                wizard.patient(draft.profile()),
                anyway.equals("yes"),
                form);
        var guest = checked.guest();
        if (guest == null) {
            response.setStatus(422);
            model.addAttribute("step", view.wrongGuest(me, draft, checked.doubtful(), form, t));
            return "booking/web/participants";
        }
        drafts.change(me, draft.id(), Draft.Step.PARTICIPANTS, it -> it.and(guest));
        return "redirect:/bookings/" + id + "/participants?tab=guest&added=1";
    }

    @PostMapping("/bookings/{id}/guests/clear")
    String clear(Actor.Staff me, @PathVariable UUID id) {
        drafts.change(me, new DraftId(id), Draft.Step.PARTICIPANTS, it -> it.with(Draft.HalfGuest.EMPTY));
        return "redirect:/bookings/" + id + "/participants?tab=guest";
    }

    /** A guest, an interpreter or a colleague; what is half typed beside the list stays. */
    @PostMapping("/bookings/{id}/remove/{one}")
    String remove(
            Actor.Staff me,
            @PathVariable UUID id,
            @PathVariable UUID one,
            Typed typed,
            @RequestParam(defaultValue = "guest") String tab,
            HttpServletRequest request) {
        var form = new Form(languages.of(request));
        drafts.change(
                me,
                new DraftId(id),
                Draft.Step.PARTICIPANTS,
                it -> typed.into(it, form).without(one));
        return "redirect:/bookings/" + id + "/participants?tab="
                + ParticipantsStep.Tab.of(tab).path() + "#people";
    }
}
