package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.patient.ChangeIdentifier;
import se.vardrum.patient.IdentityNumber;
import se.vardrum.patient.PatientProfile;

/** A patient's number changes, as when a reserve number gives way to a personnummer. The old one still finds the patient. */
@Controller
class NumberPages {

    private static final int LONGEST = 60;

    private final Wizard wizard;
    private final ChangeIdentifier changeIdentifier;
    private final Languages languages;

    NumberPages(Wizard wizard, ChangeIdentifier changeIdentifier, Languages languages) {
        this.wizard = wizard;
        this.changeIdentifier = changeIdentifier;
        this.languages = languages;
    }

    @GetMapping("/bookings/patients/{patient}/number")
    String form(Actor.Staff me, @PathVariable UUID patient, HttpServletRequest request, Model model) {
        var nothing = new TypedNumber("", List.of(), "");
        return page(me, wizard.chosen(me, patient), nothing, new Form(languages.of(request)), model);
    }

    /** @param kind the sort of number, where it may be of several */
    @PostMapping("/bookings/patients/{patient}/number")
    String change(
            Actor.Staff me,
            @PathVariable UUID patient,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        Texts t = languages.of(request);
        var form = new Form(t);
        var chosen = wizard.chosen(me, patient);
        var typed = TypedNumber.read(
                form.line("number", number, LONGEST), form.line("kind", kind, LONGEST), wizard.today(me), form);
        if (form.ok()) {
            switch (changeIdentifier.change(me, chosen.person(), typed.chosen().orElseThrow())) {
                case CHANGED, SAME -> {
                    flash.addFlashAttribute("said", "number");
                    return "redirect:/bookings/new?patient=" + patient;
                }
                case SOMEBODY_ELSES -> form.problem("number", "booking.problem.number-taken");
            }
        }
        response.setStatus(422);
        return page(me, chosen, typed, form, model);
    }

    private String page(Actor.Staff me, PatientProfile it, TypedNumber typed, Form form, Model model) {
        model.addAttribute("patient", wizard.seen(me, it));
        model.addAttribute(
                "former",
                it.protectedIdentity()
                        ? List.of()
                        : changeIdentifier.former(it.person()).stream()
                                .map(IdentityNumber::shown)
                                .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", form.problems());
        return "booking/web/number";
    }
}
