package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
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
import se.vardrum.patient.BarProxy;
import se.vardrum.patient.JudgeCompany;
import se.vardrum.patient.MakeProfile;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PersonId;

/** The profiles of a child and the guardians: what is missing is made here, and a guardian is barred here. */
@Controller
class FamilyPages {

    private static final int LONGEST = 200;

    private final Wizard wizard;
    private final CompanyView company;
    private final JudgeCompany judgeCompany;
    private final MakeProfile makeProfile;
    private final BarProxy barProxy;
    private final Languages languages;

    FamilyPages(
            Wizard wizard,
            CompanyView company,
            JudgeCompany judgeCompany,
            MakeProfile makeProfile,
            BarProxy barProxy,
            Languages languages) {
        this.wizard = wizard;
        this.company = company;
        this.judgeCompany = judgeCompany;
        this.makeProfile = makeProfile;
        this.barProxy = barProxy;
        this.languages = languages;
    }

    @GetMapping("/bookings/family/{patient}")
    String show(Actor.Staff me, @PathVariable UUID patient, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        return page(me, wizard.chosen(me, patient), "", "", "", new Form(t), t, model);
    }

    /** @param proxy through whom; none for an own profile */
    @PostMapping("/bookings/family/{patient}/profiles")
    String make(
            Actor.Staff me,
            @PathVariable UUID patient,
            @RequestParam(defaultValue = "") String proxy,
            RedirectAttributes flash) {
        var child = wizard.chosen(me, patient).person();
        if (proxy.isEmpty()) makeProfile.own(me, child);
        else makeProfile.through(me, child, new PersonId(UUID.fromString(proxy)));
        flash.addFlashAttribute("done", "profile");
        return "redirect:/bookings/family/" + patient;
    }

    @PostMapping("/bookings/family/{patient}/bar")
    String bar(
            Actor.Staff me,
            @PathVariable UUID patient,
            @RequestParam UUID proxy,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var typed = form.required("reason", reason, LONGEST, "booking.problem.bar-reason");
        var child = wizard.chosen(me, patient);
        if (!form.ok()) {
            response.setStatus(422);
            return page(me, child, proxy.toString(), "", typed, form, t, model);
        }
        barProxy.bar(me, child.person(), new PersonId(proxy), typed);
        flash.addFlashAttribute("done", "barred");
        return "redirect:/bookings/family/" + patient;
    }

    /** Since a barred guardian stands in no list, the complete number says who is meant. */
    @PostMapping("/bookings/family/{patient}/allow")
    String allow(
            Actor.Staff me,
            @PathVariable UUID patient,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var typed = form.line("number", number, LONGEST);
        var reason = form.required("why", why, LONGEST, "booking.problem.bar-reason");
        var child = wizard.chosen(me, patient);
        if (form.ok() && !barProxy.allow(me, child.person(), typed, reason))
            form.problem("number", "booking.problem.not-barred");
        if (!form.ok()) {
            response.setStatus(422);
            return page(me, child, "", typed, reason, form, t, model);
        }
        flash.addFlashAttribute("done", "allowed");
        return "redirect:/bookings/family/" + patient;
    }

    private String page(
            Actor.Staff me,
            PatientProfile patient,
            String barring,
            String number,
            String reason,
            Form form,
            Texts t,
            Model model) {
        var family = judgeCompany.family(patient, wizard.today(me));
        model.addAttribute(
                "view",
                new FamilyView(
                        wizard.seen(me, patient),
                        company.profiles(family, patient.id(), t),
                        family.profiles().stream().noneMatch(PatientProfile::own),
                        family.proxies().stream()
                                .map(it -> new FamilyView.Guardian(
                                        it.id().value().toString(),
                                        it.name(),
                                        it.until() == null
                                                ? ""
                                                : t.say(
                                                        "booking.family.until",
                                                        t.in(ZoneOffset.UTC).date(it.until())),
                                        it.protectedIdentity(),
                                        family.profiles().stream()
                                                .noneMatch(each -> it.id().equals(each.proxy()))))
                                .toList(),
                        barProxy.barred(patient.person()),
                        barring,
                        number,
                        reason,
                        form.problems()));
        return "booking/web/family";
    }
}
