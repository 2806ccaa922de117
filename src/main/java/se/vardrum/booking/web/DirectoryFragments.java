package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.page.Languages;

/** Colleagues to choose among, as one types or opens the tree. With a draft it also says who is in and who is busy then. */
@Controller
class DirectoryFragments {

    private final StaffView staff;
    private final Languages languages;

    DirectoryFragments(StaffView staff, Languages languages) {
        this.staff = staff;
        this.languages = languages;
    }

    @GetMapping("/directory/search")
    String search(
            Actor.Staff me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID draft,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("found", staff.found(me, draft, q, languages.of(request)));
        model.addAttribute("chosen", "");
        return "booking/web/found";
    }

    @GetMapping("/directory/units/{unit}")
    String unit(
            Actor.Staff me,
            @PathVariable UUID unit,
            @RequestParam @Nullable UUID draft,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("below", staff.below(me, draft, unit, languages.of(request)));
        model.addAttribute("draft", draft == null ? "" : draft.toString());
        model.addAttribute("chosen", "");
        return "booking/web/below";
    }

    @GetMapping("/directory/units/{unit}/people")
    String people(
            Actor.Staff me,
            @PathVariable UUID unit,
            @RequestParam(defaultValue = "") String title,
            @RequestParam @Nullable UUID draft,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("people", staff.people(me, draft, unit, title, languages.of(request)));
        model.addAttribute("chosen", "");
        model.addAttribute("prefix", "tree");
        return "booking/web/colleagues";
    }
}
