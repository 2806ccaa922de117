package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.vardrum.access.Actor;
import se.vardrum.appointment.VisitType;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.booking.web.ParticipantsStep.Tab;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;

/** Step 2: coming in, going on, going back. Adding and taking away are {@link GuestPages},
 * {@link InterpreterPages} and {@link StaffPages}. */
@Controller
class ParticipantsPages {

    private final Wizard wizard;
    private final DetailsView details;
    private final ParticipantsView view;
    private final StaffView staff;
    private final Drafts drafts;
    private final Languages languages;

    ParticipantsPages(
            Wizard wizard,
            DetailsView details,
            ParticipantsView view,
            StaffView staff,
            Drafts drafts,
            Languages languages) {
        this.wizard = wizard;
        this.details = details;
        this.view = view;
        this.staff = staff;
        this.drafts = drafts;
        this.languages = languages;
    }

    @GetMapping("/bookings/{id}/participants")
    String show(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "guest") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID unit,
            @RequestParam(defaultValue = "") String title,
            @Nullable String added,
            HttpServletRequest request,
            Model model) {
        var t = languages.of(request);
        var draft = wizard.draft(me, id);
        if (!details.check(me, draft, new Form(t), t).complete())
            return "redirect:/bookings/" + id + "/details?check=1";
        var type = wizard.type(me, draft.type());
        model.addAttribute(
                "step",
                switch (tab(tab, type)) {
                    case GUEST -> view.guest(me, draft, added != null, t);
                    case STAFF -> view.staff(me, draft, new ParticipantsView.Place(q, unit, title), added != null, t);
                    case INTERPRETER -> view.interpreter(me, draft, added != null, t);
                });
        return "booking/web/participants";
    }

    /** One that the type of visit has; every type has room for an interpreter. */
    private static ParticipantsStep.Tab tab(String typed, VisitType type) {
        var tab = ParticipantsStep.Tab.of(typed);
        if (tab == Tab.GUEST && !type.guests()) return type.staff() ? Tab.STAFF : Tab.INTERPRETER;
        if (tab == Tab.STAFF && !type.staff()) return type.guests() ? Tab.GUEST : Tab.INTERPRETER;
        return tab;
    }

    @PostMapping("/bookings/{id}/participants")
    String next(
            Actor.Staff me,
            @PathVariable UUID id,
            GuestPages.Typed typed,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String without,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var back = to.equals("details");
        var draft = drafts.change(
                me,
                new DraftId(id),
                back ? Draft.Step.DETAILS : Draft.Step.PARTICIPANTS,
                it -> typed.into(it, new Form(t)));
        if (back) return "redirect:/bookings/" + id + "/details";
        if (draft.content().half().begun() && wizard.type(me, draft.type()).guests()) {
            response.setStatus(422);
            model.addAttribute("step", view.askGuest(me, draft, t));
            return "booking/web/participants";
        }
        if (wizard.halfInterpreter(draft)) {
            response.setStatus(422);
            model.addAttribute("step", view.askInterpreter(me, draft, t));
            return "booking/web/participants";
        }
        var chosen = without.isEmpty() ? staff.notAdded(me, draft, role).orElse(null) : null;
        if (chosen != null) {
            response.setStatus(422);
            model.addAttribute("step", view.askStaff(me, draft, chosen, t));
            return "booking/web/participants";
        }
        drafts.change(me, draft.id(), Draft.Step.CONFIRM, it -> it);
        return "redirect:/bookings/" + id + "/confirm";
    }

    /**
     * Called while one types: judges nothing. A copy from before a guest was added or taken away ({@code guests} is how
     * many there were) came late, and would fill the emptied fields again.
     */
    @PostMapping("/bookings/{id}/save-participants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(
            Actor.Staff me,
            @PathVariable UUID id,
            GuestPages.Typed typed,
            @RequestParam(defaultValue = "") String guests,
            HttpServletRequest request) {
        var form = new Form(languages.of(request));
        drafts.change(me, new DraftId(id), Draft.Step.PARTICIPANTS, it -> {
            boolean late = !guests.isEmpty()
                    && !guests.equals(String.valueOf(it.guests().size()));
            return late ? it : typed.into(it, form);
        });
    }
}
