package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.booking.Draft;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfileId;

/**
 * The patient is found: who is to be there when it is a child's visit, from where, and of which type it is. Asked before
 * a draft begins, and again when one wants to change it.
 */
@Controller
class CompanyPages {

    private static final int LONGEST = 200;
    private static final int MOST_PROXIES = 20;

    private final Wizard wizard;
    private final CompanyView view;
    private final Drafts drafts;
    private final Languages languages;

    CompanyPages(Wizard wizard, CompanyView view, Drafts drafts, Languages languages) {
        this.wizard = wizard;
        this.view = view;
        this.drafts = drafts;
        this.languages = languages;
    }

    /**
     * The answers as the forms send them.
     *
     * @param patient any profile of the patient's; @param profile the one chosen
     */
    record Typed(
            @Nullable UUID patient,
            @Nullable UUID profile,
            @Nullable List<UUID> proxy,
            @Nullable String place,
            @Nullable String type,
            @Nullable String why) {

        Draft.Children company(Form form) {
            return new Draft.Children(
                    proxy == null
                            ? List.of()
                            : proxy.stream()
                                    .distinct()
                                    .sorted()
                                    .limit(MOST_PROXIES)
                                    .toList(),
                    "different".equals(place),
                    form.line("why", why, LONGEST));
        }
    }

    /** What fits these answers. */
    @PostMapping("/bookings/company")
    String look(Actor.Staff me, @RequestParam UUID patient, Typed typed, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        return page(me, answered(me, patient, typed, form), form, t, model);
    }

    @PostMapping("/bookings")
    String begin(
            Actor.Staff me,
            @RequestParam UUID patient,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var answered = answered(me, patient, typed, form);
        var type = view.judge(me, answered, form, t);
        if (type.isEmpty()) {
            response.setStatus(422);
            return page(me, answered, form, t, model);
        }
        var draft = drafts.begin(me, answered.patient().id(), type.get(), answered.company());
        return "redirect:/bookings/" + draft.id().value() + "/details";
    }

    @GetMapping("/bookings/{id}/company")
    String change(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var draft = wizard.draft(me, id);
        return page(me, view.of(me, draft, wizard.day(me, draft, t)), new Form(t), t, model);
    }

    /** Without a type it is a look at what fits. */
    @PostMapping("/bookings/{id}/company")
    String changed(
            Actor.Staff me,
            @PathVariable UUID id,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var draft = wizard.draft(me, id);
        var profile = typed.profile() == null ? draft.profile() : new PatientProfileId(typed.profile());
        var answered = new CompanyView.Answered(
                wizard.sibling(draft.profile(), profile),
                id,
                typed.company(form),
                typed.type() == null ? "" : typed.type(),
                wizard.day(me, draft, t));
        if (answered.type().isEmpty()) return page(me, answered, form, t, model);
        var type = view.judge(me, answered, form, t);
        if (type.isEmpty()) {
            response.setStatus(422);
            return page(me, answered, form, t, model);
        }
        drafts.change(me, draft.id(), answered.patient().id(), type.get(), answered.company());
        return "redirect:/bookings/" + id;
    }

    private CompanyView.Answered answered(Actor.Staff me, UUID patient, Typed typed, Form form) {
        var any = wizard.chosen(me, patient).id();
        return new CompanyView.Answered(
                wizard.sibling(any, typed.profile() == null ? any : new PatientProfileId(typed.profile())),
                null,
                typed.company(form),
                typed.type() == null ? "" : typed.type(),
                wizard.today(me));
    }

    private String page(Actor.Staff me, CompanyView.Answered it, Form form, Texts t, Model model) {
        model.addAttribute("step", view.step(me, it, form, t));
        return "booking/web/type";
    }
}
