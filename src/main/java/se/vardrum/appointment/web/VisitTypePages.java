package se.vardrum.appointment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.appointment.ChangeVisitType;
import se.vardrum.appointment.VisitTypes;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;

/** "Besökstyper": the unit's administrator sees, changes and adds types of visit. */
@Controller
class VisitTypePages {

    private final VisitTypes types;
    private final ChangeVisitType change;
    private final Languages languages;

    VisitTypePages(VisitTypes types, ChangeVisitType change, Languages languages) {
        this.types = types;
        this.change = change;
        this.languages = languages;
    }

    @GetMapping("/unit/visit-types")
    String list(Actor.Staff me, Model model) {
        model.addAttribute("types", types.of(ChangeVisitType.unit(me)));
        return "appointment/web/types";
    }

    @GetMapping("/unit/visit-types/new")
    String begin(Actor.Staff me, Model model) {
        return show(TypeForm.empty(types.of(ChangeVisitType.unit(me)).size() + 1), model);
    }

    @GetMapping("/unit/visit-types/{key}")
    String open(Actor.Staff me, @PathVariable String key, Model model) {
        var type = types.find(key, ChangeVisitType.unit(me)).orElseThrow(NotFound::new);
        return show(TypeForm.of(type), model);
    }

    @PostMapping("/unit/visit-types")
    String add(
            Actor.Staff me,
            TypeForm.Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        ChangeVisitType.unit(me);
        var read = TypeForm.read("", typed, new Form(languages.of(request)));
        if (!read.problems().isEmpty()) return wrong(read, response, model);
        change.add(me, read.type());
        return saved(flash);
    }

    @PostMapping("/unit/visit-types/{key}")
    String change(
            Actor.Staff me,
            @PathVariable String key,
            TypeForm.Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (types.find(key, ChangeVisitType.unit(me)).isEmpty()) throw new NotFound();
        var read = TypeForm.read(key, typed, new Form(languages.of(request)));
        if (!read.problems().isEmpty()) return wrong(read, response, model);
        change.change(me, read.type());
        return saved(flash);
    }

    private static String wrong(TypeForm form, HttpServletResponse response, Model model) {
        response.setStatus(422);
        return show(form, model);
    }

    private static String show(TypeForm form, Model model) {
        model.addAttribute("type", form);
        return "appointment/web/type";
    }

    private static String saved(RedirectAttributes flash) {
        flash.addFlashAttribute("saved", true);
        return "redirect:/unit/visit-types";
    }
}
