package se.vardrum.booking.web;

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
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointments;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;

/** Step 3: everything once more, and the button that books. */
@Controller
class ConfirmPages {

    private final Wizard wizard;
    private final DetailsView details;
    private final ConfirmView view;
    private final Confirmation confirmation;
    private final Drafts drafts;
    private final Appointments appointments;
    private final Languages languages;

    ConfirmPages(
            Wizard wizard,
            DetailsView details,
            ConfirmView view,
            Confirmation confirmation,
            Drafts drafts,
            Appointments appointments,
            Languages languages) {
        this.wizard = wizard;
        this.details = details;
        this.view = view;
        this.confirmation = confirmation;
        this.drafts = drafts;
        this.appointments = appointments;
        this.languages = languages;
    }

    @GetMapping("/bookings/{id}/confirm")
    String show(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var draft = drafts.find(me, new DraftId(id)).orElse(null);
        if (draft == null) return booked(me, id);
        var t = languages.of(request);
        var checked = details.check(me, draft, new Form(t), t);
        if (!checked.complete()) return "redirect:/bookings/" + id + "/details?check=1";
        model.addAttribute("step", view.of(me, draft, checked, new Form(t), t));
        return "booking/web/confirm";
    }

    /** What step 3 asks about some patients, which is not sent for others; and the mark of what was shown. */
    record Typed(
            @Nullable String mobile,
            @Nullable String ring,
            @Nullable String guestReason,
            @Nullable String seen) {
        private static final int LONGEST_MOBILE = 40;
        private static final int LONGEST_REASON = 200;

        boolean stale(Draft.Content content) {
            return seen != null && !seen.equals(content.mark());
        }

        Draft.Content into(Draft.Content content, Form form) {
            if (mobile == null && ring == null && guestReason == null) return content;
            return content.with(new Draft.PatientContact(
                    form.line("mobile", mobile, LONGEST_MOBILE),
                    "yes".equals(ring),
                    form.line("guestReason", guestReason, LONGEST_REASON)));
        }
    }

    @PostMapping("/bookings/{id}/confirm")
    String create(
            Actor.Staff me,
            @PathVariable UUID id,
            Typed typed,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var draft = drafts.find(me, new DraftId(id)).orElse(null);
        if (draft == null) return booked(me, id);
        var t = languages.of(request);
        var form = new Form(t);
        if (to.equals("participants")) {
            drafts.change(me, draft.id(), Draft.Step.PARTICIPANTS, it -> typed.into(it, form));
            return "redirect:/bookings/" + id + "/participants";
        }
        return confirmation.answer(me, draft, typed, form, t, response, model);
    }

    /** Another press, perhaps in another tab, has booked it already: the same page answers both. */
    private String booked(Actor.Staff me, UUID id) {
        return appointments
                .bookedWith(id)
                .filter(it -> it.bookedBy().value().equals(me.role()))
                .map(it -> "redirect:/visits/" + it.id().value() + "/booked")
                .orElseThrow(NotFound::new);
    }
}
