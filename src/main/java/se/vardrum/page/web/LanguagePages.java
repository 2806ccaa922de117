package se.vardrum.page.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of language, made by a button at the foot of every page. */
@Controller
class LanguagePages {

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        var chosen = ResponseCookie.from("language", language.equals("en") ? "en" : "sv")
                .path("/")
                .maxAge(java.time.Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, chosen.toString());
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
