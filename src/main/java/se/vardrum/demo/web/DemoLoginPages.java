package se.vardrum.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.SignIn;
import se.vardrum.demo.DemoPeople;
import se.vardrum.demo.web.LoginList.Groups;
import se.vardrum.demo.web.LoginList.Person;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Site;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfile;

/** The demo's sign-in: press a name and be that person. */
@Controller
@Conditional(Site.Demo.class)
class DemoLoginPages {

    private static final int MOST = 12;

    private final DemoPeople people;
    private final SignIn signIn;
    private final Languages languages;

    DemoLoginPages(DemoPeople people, SignIn signIn, Languages languages) {
        this.people = people;
        this.signIn = signIn;
        this.languages = languages;
    }

    @GetMapping("/login")
    String list(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var typed = new Form(t).line("q", q, 100);
        model.addAttribute(
                "list",
                new LoginList(
                        typed, found(typed, t), new Groups(staff(people.staff()), patients(people.patients(), t))));
        return "demo/web/login";
    }

    @PostMapping("/login/demo")
    String as(@RequestParam UUID id, HttpServletRequest request, HttpServletResponse response) {
        var actor = people.actor(id).orElseThrow(NotFound::new);
        return "redirect:" + signIn.as(actor, request, response);
    }

    /** Everyone who fits, or null when nothing was searched for. */
    private @Nullable Groups found(String typed, Texts t) {
        if (typed.isEmpty()) return null;
        return new Groups(staff(people.staffNamed(typed, MOST)), patients(people.patientsNamed(typed, MOST), t));
    }

    private static List<Person> staff(List<PractitionerRole> roles) {
        return roles.stream()
                .map(it -> new Person(it.id().value(), it.name(), it.title() + ", " + it.unitName()))
                .toList();
    }

    private List<Person> patients(List<PatientProfile> profiles, Texts t) {
        return profiles.stream()
                .map(it -> new Person(it.person().value(), it.name(), t.say("patient.age", people.age(it))))
                .toList();
    }
}
