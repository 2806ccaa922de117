package se.vardrum.appointment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.directory.Directory;
import se.vardrum.directory.SetOpening;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;

/** The unit's administrator says how long before the start the waiting room opens. */
@Controller
class OpeningPages {

    private final Directory directory;
    private final SetOpening opening;
    private final Languages languages;

    OpeningPages(Directory directory, SetOpening opening, Languages languages) {
        this.directory = directory;
        this.opening = opening;
        this.languages = languages;
    }

    @GetMapping("/unit/waiting-room")
    String ask(Actor.Staff me, Model model) {
        var minutes = directory.unit(SetOpening.unit(me)).opensMinutesBefore();
        return show(minutes == null ? "" : String.valueOf(minutes), Map.of(), model);
    }

    @PostMapping("/unit/waiting-room")
    String set(
            Actor.Staff me,
            @RequestParam(defaultValue = "") String minutes,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        SetOpening.unit(me);
        var form = new Form(languages.of(request));
        var typed = form.line("minutes", minutes, 4);
        boolean number = typed.matches("[0-9]{1,4}");
        if (!typed.isEmpty() && !(number && SetOpening.possible(Integer.parseInt(typed))))
            form.problem("minutes", "appointment.opening.problem", SetOpening.LEAST, SetOpening.MOST);
        if (!form.ok()) {
            response.setStatus(422);
            return show(typed, form.problems(), model);
        }
        opening.set(me, typed.isEmpty() ? null : Integer.valueOf(typed));
        flash.addFlashAttribute("saved", true);
        return "redirect:/unit/visit-types";
    }

    private static String show(String minutes, Map<String, String> problems, Model model) {
        model.addAttribute("minutes", minutes);
        model.addAttribute("problems", problems);
        return "appointment/web/opening";
    }
}
