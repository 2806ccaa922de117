package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.patient.CreatePatient;
import se.vardrum.patient.IdentityNumber;
import se.vardrum.patient.PopulationRegister;
import se.vardrum.patient.PopulationRegister.Answer;

/** "Skapa patient", out of a search that found nobody. A number is posted, never part of an address. */
@Controller
class CreatePatientPages {

    private static final int LONGEST = 60;

    private final Wizard wizard;
    private final CreatePatient createPatient;
    private final PopulationRegister register;
    private final Languages languages;

    CreatePatientPages(Wizard wizard, CreatePatient createPatient, PopulationRegister register, Languages languages) {
        this.wizard = wizard;
        this.createPatient = createPatient;
        this.register = register;
        this.languages = languages;
    }

    /** @param q what was searched for; a number stands in the form already */
    @RequestMapping(
            value = "/bookings/patients/new",
            method = {RequestMethod.GET, RequestMethod.POST})
    String form(Actor.Staff me, @RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var typed = new Form(t).line("number", q, LONGEST);
        // A name that was searched for is no number, and nothing is wrong yet.
        var number = TypedNumber.read(IdentityNumber.meant(typed) ? typed : "", "", wizard.today(me), new Form(t));
        return page(looked(number, t), model);
    }

    /** The name as the population register has it; one with protected identity is typed by hand. */
    private CreateForm looked(TypedNumber number, Texts t) {
        var asked = number.chosen().filter(it -> it.kind().registered());
        if (asked.isEmpty()) return CreateForm.begun(number, "", "", "");
        return switch (register.lookUp(asked.get().value())) {
            case Answer.Known(var it) when it.protectedIdentity() -> said(number, "protected", t);
            case Answer.Known(var it) ->
                CreateForm.begun(number, it.firstName(), it.lastName(), t.say("booking.create-patient.from-register"));
            case Answer.Unknown() -> said(number, "unknown", t);
            case Answer.Unreachable() -> said(number, "unreachable", t);
            case Answer.NoRegister() -> CreateForm.begun(number, "", "", "");
        };
    }

    private static CreateForm said(TypedNumber number, String what, Texts t) {
        return CreateForm.begun(number, "", "", t.say("booking.create-patient." + what));
    }

    @PostMapping("/bookings/patients/create")
    String create(
            Actor.Staff me,
            CreateForm.Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        Texts t = languages.of(request);
        var checked = CreateForm.check(typed, wizard.today(me), new Form(t));
        if (checked.patient() == null) {
            response.setStatus(422);
            return page(checked.form(), model);
        }
        return switch (createPatient.create(me, checked.patient())) {
            case CreatePatient.Outcome.Created(var profile) ->
                chosen(profile.value().toString(), "created", flash);
            case CreatePatient.Outcome.There(var profile) ->
                chosen(profile.value().toString(), "there", flash);
        };
    }

    private static String chosen(String profile, String said, RedirectAttributes flash) {
        flash.addFlashAttribute("said", said);
        return "redirect:/bookings/new?patient=" + profile;
    }

    private static String page(CreateForm form, Model model) {
        model.addAttribute("form", form);
        return "booking/web/create";
    }
}
