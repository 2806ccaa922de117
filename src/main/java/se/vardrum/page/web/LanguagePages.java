package se.vardrum.page.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.page.Languages;

/** The choice of language, made by a button at the foot of every page. */
@Controller
class LanguagePages {

    private final Languages languages;

    LanguagePages(Languages languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, languages.cookie(languages.of(language)).toString());
        return "redirect:" + (ownPath(back) ? back : "/");
    }

    /** Only a path of ours: "//elsewhere" and "/\elsewhere" lead a browser to another site. */
    private static boolean ownPath(String back) {
        return back.startsWith("/")
                && !back.startsWith("//")
                && !back.contains("\\")
                && back.chars().noneMatch(c -> c < ' ');
    }
}
