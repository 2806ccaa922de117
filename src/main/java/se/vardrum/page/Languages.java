package se.vardrum.page;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Swedish first, English by choice. The choice is a cookie; a browser's own language decides nothing (docs/decisions/0006). */
@Component
public class Languages {

    private static final String COOKIE = "language";
    private static final String SUGGESTED = "vardrum.language";

    private final Map<String, Texts> byLanguage;

    Languages() throws IOException {
        byLanguage = Map.of("sv", read("sv"), "en", read("en"));
    }

    /** The texts of "sv" or "en"; anything else is Swedish. */
    public Texts of(String language) {
        return requireNonNull(byLanguage.get(language.equals("en") ? "en" : "sv"));
    }

    /** The reader's own choice, else what was suggested for this request, else Swedish. */
    public Texts of(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) return of(chosen.getValue());
        return request.getAttribute(SUGGESTED) instanceof String suggested ? of(suggested) : of("sv");
    }

    /** For a reader who has chosen nothing, such as a guest who was invited in English. */
    public void suggest(HttpServletRequest request, String language) {
        request.setAttribute(SUGGESTED, language);
    }

    /** What a browser keeps of the choice. */
    public ResponseCookie cookie(Texts chosen) {
        return ResponseCookie.from(COOKIE, chosen.language())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }

    private static Texts read(String language) throws IOException {
        var all = new TreeMap<String, String>();
        var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:text/*/messages_" + language + ".properties");
        for (var file : files) {
            var some = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                some.load(reader);
            }
            some.forEach((key, text) -> all.put((String) key, (String) text));
        }
        return new Texts(Locale.of(language, language.equals("sv") ? "SE" : "GB"), Map.copyOf(all));
    }
}
