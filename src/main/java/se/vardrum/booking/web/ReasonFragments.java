package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.appointment.SearchReasons;
import se.vardrum.page.Languages;

/** The search reasons that fit what is typed, as options under the field. */
@Controller
class ReasonFragments {

    private static final int HITS = 12;
    private static final int LONGEST = 100;

    private final SearchReasons reasons;
    private final Languages languages;

    ReasonFragments(SearchReasons reasons, Languages languages) {
        this.reasons = reasons;
        this.languages = languages;
    }

    @GetMapping("/search-reasons")
    String options(Actor.Staff me, @RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var language = t.language();
        var typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        model.addAttribute(
                "options",
                reasons.search(typed, language, HITS).stream()
                        .map(it -> new Option(it.label(language), t.say("booking.category." + it.category())))
                        .toList());
        return "booking/web/reasons";
    }

    /** One option of the list. */
    public record Option(String label, String category) {}
}
