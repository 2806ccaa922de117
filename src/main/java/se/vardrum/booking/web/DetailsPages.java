package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
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
import se.vardrum.booking.CheckDetails;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.patient.Patients;

/** Step 1: why and when. */
@Controller
class DetailsPages {

    private final Wizard wizard;
    private final DetailsView view;
    private final CompanyView company;
    private final Drafts drafts;
    private final Languages languages;

    DetailsPages(Wizard wizard, DetailsView view, CompanyView company, Drafts drafts, Languages languages) {
        this.wizard = wizard;
        this.view = view;
        this.company = company;
        this.drafts = drafts;
        this.languages = languages;
    }

    /** The fields as the form sends them. */
    record Typed(
            @Nullable String reason,
            @Nullable String description,
            @Nullable String date,
            @Nullable String time,
            @Nullable String length,
            @Nullable String turn) {

        static final int LONGEST_LINE = 100;
        static final int LONGEST_TEXT = 1000;

        /** Only what cannot be stored is taken out; a text that is too long stays whole, and the form says so. */
        Draft.Details read(Form form) {
            return new Draft.Details(
                    form.line("reason", reason, LONGEST_LINE),
                    form.text("description", description, LONGEST_TEXT),
                    form.line("date", date, LONGEST_LINE),
                    form.line("time", time, LONGEST_LINE),
                    form.line("length", length == null ? "30" : length, LONGEST_LINE),
                    form.line("turn", turn, LONGEST_LINE));
        }
    }

    /** With "check" it says at once what stands in the way of going on. */
    @GetMapping("/bookings/{id}/details")
    String show(
            Actor.Staff me, @PathVariable UUID id, @Nullable String check, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var draft = wizard.draft(me, id);
        if (check == null) return page(view.plain(me, draft, t), model);
        var form = new Form(t);
        var checked = view.check(me, draft, form, t);
        return page(view.judged(me, draft, checked, busy(me, draft, checked.slot()), form, t), model);
    }

    @PostMapping("/bookings/{id}/details")
    String next(
            Actor.Staff me,
            @PathVariable UUID id,
            Typed typed,
            @RequestParam(defaultValue = "") String pickReason,
            @RequestParam(defaultValue = "") String pickTime,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var read = picked(typed.read(form), pickReason, pickTime);
        var draft = drafts.change(me, new DraftId(id), Draft.Step.DETAILS, it -> it.with(read));
        if (!pickReason.isEmpty()) return "redirect:/bookings/" + id + "/details#date";
        if (!pickTime.isEmpty()) return "redirect:/bookings/" + id + "/details#next";

        var checked = view.check(me, draft, form, t);
        if (checked.complete()) rules(me, draft, checked, form, t);
        var busy = form.ok() ? busy(me, draft, checked.slot()) : DetailsView.Busy.NOBODY;
        if (!form.ok() || !checked.complete() || busy != DetailsView.Busy.NOBODY) {
            response.setStatus(422);
            return page(view.judged(me, draft, checked, busy, form, t), model);
        }
        drafts.change(me, draft.id(), Draft.Step.PARTICIPANTS, it -> it.with(checked.typed()));
        return "redirect:/bookings/" + id + "/participants";
    }

    /** A child may be another age on that day, or the proxy's right be over: told at the day, with the way to change it. */
    private void rules(Actor.Staff me, Draft draft, CheckDetails.Checked checked, Form form, Texts t) {
        var judged = new Form(t);
        var day = Patients.day(Objects.requireNonNull(checked.slot()).from());
        company.judge(me, company.of(me, draft, day), wizard.type(me, draft.type()), judged, t);
        judged.problems().values().forEach(it -> form.problem("date", "booking.problem.company", it));
    }

    /** Called while one types: judges nothing. */
    @PostMapping("/bookings/{id}/save-details")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(Actor.Staff me, @PathVariable UUID id, Typed typed, HttpServletRequest request) {
        var read = typed.read(new Form(languages.of(request)));
        drafts.change(me, new DraftId(id), Draft.Step.DETAILS, it -> it.with(read));
    }

    private static Draft.Details picked(Draft.Details typed, String reason, String time) {
        var details =
                reason.isEmpty() || reason.length() > Typed.LONGEST_LINE ? typed : typed.withReason(reason.strip());
        int space = time.indexOf(' ');
        if (space < 0 || time.length() > Typed.LONGEST_LINE) return details;
        return details.at(
                time.substring(0, space).strip(), time.substring(space + 1).strip(), "");
    }

    private DetailsView.Busy busy(Actor.Staff me, Draft draft, se.vardrum.appointment.@Nullable TimeSlot slot) {
        return slot == null ? DetailsView.Busy.NOBODY : view.busy(me, wizard.patient(draft.profile()), slot);
    }

    private static String page(DetailsStep step, Model model) {
        model.addAttribute("step", step);
        return "booking/web/details";
    }
}
